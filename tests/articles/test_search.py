"""What people really type, and the page that must be among the first three."""

import logging

import pytest
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles.files import read_all
from articles.models import Article
from articles.search import Library, library, words_of
from articles.search_words import CRISIS, SYNONYMS
from tests.factories import make_article

pytestmark = pytest.mark.django_db

# Street names, brands, typing mistakes and plain questions. A few names mean several things: any page listed will do.
WANTED = """
klonopin: benzodiazepines/clonazepam
klonipin: benzodiazepines/clonazepam
clonazapam: benzodiazepines/clonazepam
k pins: benzodiazepines/clonazepam
how long does klonopin withdrawal last: benzodiazepines/clonazepam
xanax: benzodiazepines/alprazolam
xanex: benzodiazepines/alprazolam
xannies: benzodiazepines/alprazolam
zanax withdrawal: benzodiazepines/alprazolam
can i stop xanax cold turkey: benzodiazepines/alprazolam
bars: benzodiazepines/alprazolam benzodiazepines/designer-and-counterfeit-pills
fake xanax: benzodiazepines/designer-and-counterfeit-pills
pressed pills: benzodiazepines/designer-and-counterfeit-pills
bromazolam: benzodiazepines/designer-and-counterfeit-pills
valium: benzodiazepines/diazepam
vallium: benzodiazepines/diazepam
ativan: benzodiazepines/lorazepam
atavan: benzodiazepines/lorazepam
lorazapam: benzodiazepines/lorazepam
restoril: benzodiazepines/other-benzodiazepines
librium: benzodiazepines/other-benzodiazepines
benzos: benzodiazepines/overview
benzo withdrawal symptoms: benzodiazepines/overview
ambien: sedatives/z-drugs
sleeping pills: sedatives/z-drugs
lunesta: sedatives/z-drugs
fioricet: sedatives/barbiturates
phenobarbital: sedatives/barbiturates
xyrem: sedatives/ghb
liquid e: sedatives/ghb
phenibut: sedatives/phenibut-and-carisoprodol
fenibut: sedatives/phenibut-and-carisoprodol
soma muscle relaxer: sedatives/phenibut-and-carisoprodol
gabapentin: sedatives/gabapentin-and-pregabalin
gabbies: sedatives/gabapentin-and-pregabalin
lyrica: sedatives/gabapentin-and-pregabalin
neurontin withdrawal: sedatives/gabapentin-and-pregabalin
alcohol: alcohol/alcohol-withdrawal
alchohol withdrawal: alcohol/alcohol-withdrawal
dts: alcohol/alcohol-withdrawal
delirium tremens: alcohol/alcohol-withdrawal
the shakes from drinking: alcohol/alcohol-withdrawal
how to stop drinking: alcohol/alcohol-withdrawal care/medications-for-alcohol-use-disorder
booze: alcohol/alcohol-withdrawal
can you die from alcohol withdrawal: alcohol/alcohol-withdrawal
heroin: opioids/heroin
herion: opioids/heroin
black tar: opioids/heroin
dope sick: opioids/overview opioids/heroin
fentanyl: opioids/fentanyl
fetty: opioids/fentanyl
fentynal: opioids/fentanyl
blues: opioids/fentanyl
m30s: opioids/fentanyl
nitazenes: opioids/fentanyl
oxycodone: opioids/prescription-opioids
oxys: opioids/prescription-opioids
percocet: opioids/prescription-opioids
perks: opioids/prescription-opioids
tramadol: opioids/prescription-opioids
pain pills: opioids/prescription-opioids
suboxone: opioids/methadone-and-buprenorphine
subs: opioids/methadone-and-buprenorphine
buprenorfine: opioids/methadone-and-buprenorphine
coming off methadone: opioids/methadone-and-buprenorphine
tranq: opioids/xylazine-and-medetomidine
xylazine wounds: opioids/xylazine-and-medetomidine
medetomidine: opioids/xylazine-and-medetomidine
kratom: opioids/kratom-and-7-oh
kratum: opioids/kratom-and-7-oh
7oh: opioids/kratom-and-7-oh
gas station heroin: opioids/tianeptine
zaza: opioids/tianeptine
meth: stimulants/methamphetamine
crystal: stimulants/methamphetamine
meth comedown: stimulants/methamphetamine
coke: stimulants/cocaine
crack: stimulants/cocaine
adderall: stimulants/prescription-stimulants
aderall: stimulants/prescription-stimulants
study drugs: stimulants/prescription-stimulants
weed: cannabis/cannabis
quitting weed: cannabis/cannabis
marijuana: cannabis/cannabis
k2: cannabis/synthetic-cannabinoids
spice: cannabis/synthetic-cannabinoids
vaping: nicotine/nicotine
quit smoking: nicotine/nicotine
whippets: other/inhalants
molly: other/hallucinogens-and-mdma
shrooms: other/hallucinogens-and-mdma
special k: other/ketamine
ketamine: other/ketamine
detox: care/inpatient-detox care/detox-settings
medical detox: care/inpatient-detox care/detox-settings
social detox: care/detox-settings
rehab: care/residential care/levels-of-care
iop: care/iop
intensive outpatient: care/iop
php: care/php
day treatment: care/php
levels of care: care/levels-of-care
how to taper: care/tapering
tapering: care/tapering
sober living: care/recovery-housing
halfway house: care/recovery-housing
aa meetings: care/mutual-help
12 steps: care/mutual-help
smart recovery: care/mutual-help
cbt: care/therapies
contingency management: care/therapies
depression and drinking: care/co-occurring
dual diagnosis: care/co-occurring
aftercare: care/aftercare
relapse: care/aftercare
narcan: care/naloxone
overdose: care/naloxone care/emergency
medication for opioid addiction: care/medications-for-opioid-use-disorder
naltrexone for drinking: care/medications-for-alcohol-use-disorder
pregnant and using: people/pregnancy
how to help my son: people/families people/teens-and-parents
my husband drinks: people/families
veterans: people/veterans
my grandma takes ativan: people/older-adults benzodiazepines/lorazepam
can my boss fire me for going to rehab: people/work-and-school rights/discrimination
how to pay for rehab: rights/paying-for-treatment
no insurance: rights/paying-for-treatment rights/insurance-and-parity
insurance denied rehab: rights/insurance-and-parity
is rehab confidential: rights/privacy
will i get arrested if i call 911: rights/good-samaritan-laws
good samaritan law: rights/good-samaritan-laws
can the er turn me away: rights/emergency-care care/emergency
first call: care/the-first-call
what do they ask at intake: care/what-happens-in-an-assessment care/the-first-call
scam rehab warning signs: care/choosing-a-program
hit bottom myth: basics/myths
"""
TABLE = [tuple(part.strip() for part in line.split(":")) for line in WANTED.strip().splitlines()]
EXISTING = {f"{file.fields['topic']}/{file.fields['slug']}" for file in read_all()[0]}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("load_articles", verbosity=0)
        yield library()
        Article.objects.all().delete()
        Article.history.all().delete()


def test_the_table_is_long_enough():
    assert len({query for query, _ in TABLE}) >= 80


@pytest.mark.parametrize(("query", "wanted"), TABLE, ids=[query for query, _ in TABLE])
def test_the_page_is_among_the_first_three(loaded, query, wanted):
    pages = [page for page in wanted.split() if page in EXISTING]
    assert pages, f"none of {wanted} exists"
    first = [hit.path for hit in loaded.search(query).hits[:3]]
    assert set(pages) & set(first), first


@pytest.mark.parametrize(
    "query",
    [
        "overdose", "kill myself", "i want to die", "she took too many pills", "he won't wake up", "not breathing",
        "suicidal", "having a seizure", "chest pain", "overdosing on xanax", "I dont want to live", "ODing",
        "he is unresponsive", "hearing voices",
    ],
)  # fmt: skip
def test_a_crisis_gets_its_card_first(client, loaded, query):
    html = client.get(reverse("articles:search"), {"q": query}).content.decode()
    assert html.index("emergency-title") < html.index("<h1")


@pytest.mark.parametrize(
    "query", ["klonopin taper", "how long does rehab take", "emergency room rights", "modest code", "foods"]
)
def test_an_ordinary_search_gets_none(query):
    assert not CRISIS.search(query)


def test_a_correction_is_said_and_can_be_undone(client, loaded):
    html = client.get(reverse("articles:search"), {"q": "clonazapam"}).content.decode()
    assert "We searched for <strong>clonazepam</strong>" in html
    assert "exact=1" in html
    assert (
        "We searched for"
        not in client.get(reverse("articles:search"), {"q": "clonazapam", "exact": "1"}).content.decode()
    )


def test_the_hit_is_marked_and_escaped():
    article = make_article(body="## Q?\n\nA <script> and withdrawal & more words [@klonopin-label].\n")
    snippet = Library([article]).search("withdrawal").hits[0].snippet
    assert "<mark>withdrawal</mark>" in snippet
    assert "&lt;script&gt;" in snippet


def test_marks_survive_letters_of_many_bytes():
    article = make_article(body="## Q?\n\n“Tés” ünïcödé, then withdrawal – and “more” [@klonopin-label].\n")
    assert (
        "“Tés” ünïcödé, then <mark>withdrawal</mark> – and “more"
        in Library([article]).search("withdrawal").hits[0].snippet
    )


def test_the_topic_narrows(loaded):
    hits = loaded.search("withdrawal", "opioids").hits
    assert hits
    assert {hit.topic for hit in hits} == {"opioids"}


def test_nothing_found_offers_a_way_on(client, loaded):
    html = client.get(reverse("articles:search"), {"q": "zzqqzz"}).content.decode()
    assert "Nothing found" in html
    assert "1-800-662-4357" in html.split("<main")[1]
    assert reverse("articles:a_to_z") in html


def test_a_changed_article_is_found_at_once(client):
    article = make_article(title="Apples")
    assert b"Apples" in client.get(reverse("articles:search"), {"q": "apples"}).content
    article.title = "Pears"
    article.save()
    assert b">Pears" in client.get(reverse("articles:search"), {"q": "pears"}).content
    assert b"Nothing found" in client.get(reverse("articles:search"), {"q": "apples", "exact": "1"}).content


def test_one_query_whatever_the_search(client, loaded, django_assert_num_queries):
    client.get(reverse("articles:search"), {"q": "warm"})
    with django_assert_num_queries(1):
        client.get(reverse("articles:search"), {"q": "xanax withdrawal help"})


@pytest.mark.parametrize(
    "query", ['"', "NOT", "x^y", "a AND (", "title:", "*", "\\", "~1", "[a TO", "\x00", "’", "💊", "x" * 5000]
)
def test_any_query_is_answered(client, loaded, query):
    assert client.get(reverse("articles:search"), {"q": query}).status_code == 200


def test_an_unknown_topic_is_ignored(client, loaded):
    assert client.get(reverse("articles:search"), {"q": "xanax", "topic": "nowhere"}).status_code == 200


@given(query=st.text(max_size=60))
def test_no_text_breaks_the_search(loaded, query):
    loaded.search(query)


def test_queries_are_never_logged_or_kept(client, loaded, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = client.get(reverse("articles:search"), {"q": "secretword xanax"})
    assert "secretword" not in caplog.text
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_synonyms_are_plain_words():
    for phrase in SYNONYMS:
        assert " ".join(words_of(phrase)) == phrase
