"""Help lines that a state, DC or Puerto Rico runs or pays for, to find treatment for alcohol or drug use.

A line stands here only when pages that were read give its name, its number and what it does:

1. a page or notice of the state or of the line itself, or else two pages that do not depend on each other;
2. the same number (or, for a line under 211, the line at work) in something from July 2022 or later: many state
   lines ended when 988 began;
3. a second page with the same number where the first is undated or older than four years;
4. nothing read that says it ended, and no line of a company that sells treatment.

Archived copies were read, nobody called: docs/content-status.md lists what was left out, and why.
"""

import re
from dataclasses import dataclass
from datetime import date

from facilities.place_names import STATES

READ = date(2026, 11, 24)


@dataclass(frozen=True)
class StateLine:
    """`number` and `text_to` as people read them; `origin` follows "Number from"; `source`, `also`: what was read."""

    state: str
    name: str
    number: str
    does: str
    origin: str
    source: str
    also: str
    hours: str = ""
    text_to: str = ""
    text_word: str = ""
    read: date = READ

    @property
    def state_name(self) -> str:
        return STATES[self.state]

    @property
    def dial(self) -> str:
        return _digits(self.number)

    @property
    def text_dial(self) -> str:
        return _digits(self.text_to)


def _digits(number: str) -> str:
    """For tel: and sms: links, with the country's 1 before a long number."""
    digits = re.sub(r"\D", "", number)
    return f"1{digits}" if len(digits) == 10 else digits


DAY_AND_NIGHT = "Day and night."

LINES = (
    StateLine(
        "CT", "Access Line", "1-800-563-4086",
        "Help to get into treatment, detox too, and a ride there.",
        "a page of the state’s Department of Mental Health and Addiction Services",
        "https://portal.ct.gov/dmhas/programs-and-services/finding-services/crisis-services",
        "https://www.healthylivesct.org/substance-abuse/opioid/",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "DC", "Access HelpLine", "1-888-793-4357",
        "Sign up for treatment and support through the city.",
        "two notices of the city’s Department of Behavioral Health, 2022 and before",
        "https://livelong.dc.gov/release/text-livelongdc-888-111to-find-no-cost-naloxone-available-35-sites-across-district-01",
        "https://dbh.dc.gov/node/1597016",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "GA", "Georgia Crisis and Access Line", "1-800-715-4225",
        "Help in a crisis, an open detox bed, or a provider that the state pays.",
        "a page of the state’s Department of Behavioral Health and Developmental Disabilities",
        "https://dbhdd.georgia.gov/be-dbhdd/crisis-system-georgia",
        "https://www.joymentalwellness.com/resources",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "HI", "Hawaiʻi CARES", "808-832-3100",
        "They listen, then find care in your area.",
        "a page of the state’s Department of Health, 2024",
        "https://health.hawaii.gov/substance-abuse/cares/",
        "https://hicares.hawaii.gov/about/",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "ID", "Idaho Behavioral Health Plan", "1-855-202-0973",
        "Find care that Medicaid or the state pays for. Magellan answers for the state.",
        "a page of the plan itself, 2024 or later",
        "https://magellanofidaho.com/web/magellan-of-idaho/-/covered-services-adults",
        "",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "IL", "Illinois Helpline for Opioids and Other Substances", "1-833-234-6343",
        "Find treatment and support for any drug or alcohol.",
        "a 2019 notice of the state’s Department of Human Services, and a newer page",
        "https://www.wandtv.com/news/il-dept-of-human-services-launches-new-video-campaign-for/article_2f537ed2-dfb6-11e9-b5db-cb8c3b3c8989.html",
        "https://americanaddictioncenters.org/alcohol-drug-hotline/illinois",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "IA", "Your Life Iowa", "1-855-581-8111",
        "Support for alcohol, drugs, gambling and mental health.",
        "the line’s own page",
        "https://yourlifeiowa.org/alcohol/about",
        "https://idph.covenantwebdesign.com/drugs/frequently-asked-questions-about-drugs",
        text_to="1-855-895-8398",
    ),
    StateLine(
        "KY", "KY HELP Call Center", "1-833-859-4357",
        "Someone looks for a program with you, and stays in touch.",
        "a 2023 notice of Operation UNITE, which runs the line for the state",
        "https://www.wymt.com/sponsored/operation-unite/need-assistance-resources-or-support-substance-use-issue-ky-help-statewide-call-center-is-ready-help/",
        "https://middlesboronews.com/?p=28226",
        "Weekdays 7 a.m. to 10 p.m., weekends 8:30 a.m. to 5:30 p.m., Eastern time.",
    ),
    StateLine(
        "ME", "211 Maine", "211",
        "Find treatment, housing, heat and other help.",
        "the line’s own page, 2023",
        "https://211maine.org/2023/02/23/211mainemonth2023/",
        "https://homeunitedway.org/homeuw-celebrates-211-maine-month",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "MA", "Massachusetts Behavioral Health Help Line", "1-833-773-2445",
        "Find care for drugs, alcohol or mental health.",
        "a page of the Massachusetts Medical Society, 2023 or later",
        "https://www.massmed.org/Patient-Care/Health-Topics/Mental-Health-and-Substance-Use/Mental-Health-and-Substance-Use/",
        "https://metrobostoncit.org/cit-resources",
        DAY_AND_NIGHT, "1-833-773-2445",
    ),
    StateLine(
        "MS", "Department of Mental Health Helpline", "1-877-210-8513",
        "Find treatment and support near you.",
        "two pages of the state’s Department of Mental Health",
        "https://www.dmh.ms.gov/service-options/alcohol-and-drug-services/",
        "https://www.dmh.ms.gov/news/faqs/",
    ),
    StateLine(
        "NH", "The Doorway", "211",
        "One of nine Doorways near you checks what you need and opens the way to care.",
        "a 2021 notice of the state’s Department of Health and Human Services",
        "https://manchesterinklink.com/as-safe-station-ends-those-in-need-of-addiction-treatment-and-recovery-services-directed-to-call-2-1-1/",
        "https://manchesterinklink.com/nearly-10-million-in-additional-funding-awarded-to-the-doorways/",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "NY", "HOPEline", "1-877-846-7369",
        "Talk it over, and find treatment for drugs, alcohol or gambling.",
        "a 2025 program of the state’s Office of Addiction Services and Supports",
        "https://www.buzzsprout.com/2186676/episodes/17216394-24-7-support-understanding-new-york-s-lifeline-for-addiction-and-problem-gambling",
        "https://www.saratogian.com/2022/10/25/nys-oasas-launches-addiction-awareness-campaign-amid-opioid-epidemic/",
        DAY_AND_NIGHT, "467369",
    ),
    StateLine(
        "PR", "Línea PAS", "1-800-981-0023",
        "Help in a crisis and the way to services, for drugs and mental health. In Spanish.",
        "a July 2022 notice of ASSMCA, the island’s agency for mental health and addiction",
        "https://wiac740.com/index.php/2022/07/12/assmca-anuncia-nueva-linea-telefonica-para-que-ciudadanos-reciban-servicios-de-emergencias-en-salud-mental",
        "https://www.primerahora.com/noticias/puerto-rico/notas/903000-llamadas-de-auxilio-emocional/",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "SD", "South Dakota Resource Hotline", "1-800-920-4343",
        "Local help with opioids.",
        "the state’s own page on opioids, 2023",
        "https://www.avoidopioidsd.com/about/strategic-plan/",
        "https://nextdistro.org/southdakota",
    ),
    StateLine(
        "TN", "Tennessee REDLINE", "1-800-889-9789",
        "Find treatment, whether or not you can pay.",
        "a 2024 notice of the state’s Department of Mental Health and Substance Abuse Services",
        "https://tnreporter.com/2024/08/tennessee-observes-overdose-awareness-day",
        "https://www.tndagc.org/programs/deceptive-danger/",
        DAY_AND_NIGHT, "1-800-889-9789",
    ),
    StateLine(
        "VT", "VT Helplink", "802-565-5465",
        "Find treatment and support for alcohol or drugs.",
        "a 2025 notice of the state’s Department of Health",
        "https://www.einpresswire.com/article/784181565/vt-helplink-expands-alcohol-and-drug-treatment-referral-services-to-24-7-operation",
        "https://vthelplink.org/?p=634",
        DAY_AND_NIGHT, "802-565-5465", "LINK",
    ),
    StateLine(
        "WA", "Washington Recovery Help Line", "1-866-789-1511",
        "Find detox, treatment or medicine for opioids.",
        "a page of the state’s Health Care Authority",
        "https://www.hca.wa.gov/health-care-services-supports/behavioral-health-recovery/opioid-use-treatment",
        "https://tdn.com/news/local/national-mental-health-crisis-line-988-goes-live-saturday-expected-to-lower-911-mental-crisis/article_acb608d6-02db-11ed-8844-5721720038cf.html",
        DAY_AND_NIGHT,
    ),
    StateLine(
        "WV", "HELP4WV", "1-844-435-7498",
        "Someone looks for treatment with you, for drugs, alcohol or mental health.",
        "a 2023 notice of the state’s Office of Drug Control Policy",
        "https://www.wvnstv.com/news/west-virginia-news/west-virginia-recovery-month-to-be-celebrated/",
        "https://www.wtrf.com/news/west-virginia-headlines/west-virginia-based-company-advocates-for-national-recovery-month/",
        DAY_AND_NIGHT, "1-844-435-7498",
    ),
    StateLine(
        "WI", "Wisconsin Addiction Recovery Helpline", "211",
        "Find treatment and support for any drug or alcohol.",
        "notices of the state’s Department of Health Services, 2019 and 2023",
        "https://www.dhs.wisconsin.gov/news/releases/103123.htm",
        "https://www.centralwinews.com/area-news/2019/11/27/addiction-recovery-hotline-marks-one-year-anniversary/?destination=star-news",
        DAY_AND_NIGHT,
    ),
)  # fmt: skip

BY_STATE = {line.state: line for line in LINES}
