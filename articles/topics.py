"""The sections of the library, in reading order. A topic is the folder an article's file lives in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """One section: `title` is the visitor's heading, `lead` says what is in it."""

    slug: str
    title: str
    lead: str


_ALL = (
    Topic(
        "alcohol",
        "Alcohol",
        "What stopping does to the body, when it is dangerous, and how people stop safely.",
    ),
    Topic("benzodiazepines", "Benzodiazepines", "Clonazepam, alprazolam, diazepam and related medicines."),
    Topic(
        "sedatives", "Other sedatives", "Sleep medicines, barbiturates, GHB, phenibut, gabapentin and others."
    ),
    Topic(
        "opioids", "Opioids", "Heroin, fentanyl, pain medicines, kratom, and the medicines that protect life."
    ),
    Topic("stimulants", "Stimulants", "Methamphetamine, cocaine and prescription stimulants."),
    Topic("cannabis", "Cannabis", "Cannabis and synthetic cannabinoids."),
    Topic("nicotine", "Nicotine", "Cigarettes, vapes and other tobacco."),
    Topic("other", "Other drugs", "Inhalants, hallucinogens, MDMA and ketamine."),
    Topic(
        "care", "Care and treatment", "Levels of care, medicines, therapies, and what happens when you call."
    ),
    Topic(
        "people", "For you and yours", "Families, pregnancy, teens, older adults, veterans, work and school."
    ),
    Topic(
        "rights", "Rights and money", "Paying for care, insurance, privacy, and the laws that protect you."
    ),
    Topic("basics", "Basics", "How dependence works, plain answers to common myths, and words explained."),
)
TOPICS = {topic.slug: topic for topic in _ALL}
SUBSTANCE_TOPICS = tuple(TOPICS)[:8]
