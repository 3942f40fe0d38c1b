"""The sources that questions, rules and messages name. Numbers are those of the clinical bibliography.

`url`: only a page that was opened, in itself or archived, or a DOI or PMID printed in such a page
(docs/source-addresses.md). `second_hand`: what is cited was read in a page that quotes or retells the source.
"""

from .shapes import Source

_SOURCES = (
    Source(
        number=1,
        text="H2-Pharma. Klonopin (clonazepam) prescribing information. DailyMed, Dec 2023.",
        url="https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=cfa0d79a-843c-4b88-95a1-e9511d649ca1",
    ),
    Source(
        number=2,
        text="Clonazepam tablets USP, prescribing information. DailyMed, 2023.",
        url="https://dailymed.nlm.nih.gov/dailymed/lookup.cfm?setid=ee7f0165-91fe-4faa-9ee2-1fcac4ffd265",
        second_hand=True,
    ),
    Source(
        number=3,
        text="US FDA. Boxed Warning updated for the benzodiazepine drug class. Drug Safety Podcast, 23 Sep 2020.",
        url="https://www.fda.gov/drugs/fda-drug-safety-podcasts/fda-requiring-boxed-warning-updated-improve-safe-use-benzodiazepine-drug-class",
    ),
    Source(
        number=10,
        text="Alkermes. Vivitrol (naltrexone) prescribing information. DailyMed, 2013.",
        url="https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=74696d65-6973-6275-7461-77696e646f77",
    ),
    Source(
        number=12,
        text="Gabapentin tablets, prescribing information. DailyMed, 2025; Neurontin and Lyrica labels.",
        url="https://dailymed.nlm.nih.gov/dailymed/lookup.cfm?setid=30a2ed14-dcda-f972-e063-6294a90a417c",
        second_hand=True,
    ),
    Source(
        number=14,
        text="US FDA. Serious breathing problems with gabapentin and pregabalin. Drug Safety Podcast, 19 Dec 2019.",
        url="https://fda.gov/drugs/fda-drug-safety-podcasts/fda-warns-about-serious-breathing-problems-seizure-and-nerve-pain-medicines-gabapentin-neurontin",
    ),
    Source(
        number=15,
        text="US FDA. Harm from sudden discontinuation of opioid pain medicines. Drug Safety Communication, 9 Apr 2019.",
        url="https://www.fda.gov/drugs/drug-safety-and-availability/fda-identifies-harm-reported-sudden-discontinuation-opioid-pain-medicines-and-requires-label-changes",
    ),
    Source(
        number=16,
        text="US FDA. First over-the-counter naloxone nasal spray. 29 Mar 2023, as told in SAMHSA's questions and answers.",
    ),
    Source(
        number=19,
        text="Brunner E, and others; ASAM and partners. Joint guideline on benzodiazepine tapering. J Gen Intern Med 2025.",
        url="https://doi.org/10.1007/s11606-025-09499-2",
    ),
    Source(
        number=20,
        text="ASAM. Benzodiazepine Tapering pocket guide, 2025: level of care, pace, Table 2 (risk).",
        url="https://eguideline.guidelinecentral.com/i/1532950",
    ),
    Source(
        number=22,
        text="ASAM. Clinical Practice Guideline on Alcohol Withdrawal Management. J Addict Med 2020;14(3S).",
        url="https://doi.org/10.1097/ADM.0000000000000668",
    ),
    Source(
        number=23,
        text="ASAM. National Practice Guideline for Opioid Use Disorder, 2020 update. J Addict Med 2020;14(2S).",
        url="https://doi.org/10.1097/ADM.0000000000000633",
    ),
    Source(
        number=25,
        text="ASAM/AAAP. Guideline on Stimulant Use Disorder. J Addict Med 2024;18(1S).",
        url="https://doi.org/10.1097/ADM.0000000000001299",
    ),
    Source(
        number=26,
        text="ASAM Criteria, 3rd edition, 2013, as ASAM's own page and public state and federal texts describe it.",
        url="https://www.asam.org/asam-criteria/asam-criteria-3rd-edition",
        second_hand=True,
    ),
    Source(
        number=27,
        text="ASAM Criteria, 4th edition, 2023, as ASAM's page on its assessment guides and other public texts describe it: the highest minimum decides, never an average.",
        url="https://asam.org/asam-criteria/implementation-tools/Criteria-assessment-guides",
        second_hand=True,
    ),
    Source(
        number=32,
        text="Shatterproof, ASAM, OpenBeds. Addiction Treatment Needs Assessment (ATLAS).",
        url="https://www.shatterproof.org/need-help/about-addiction-treatment-needs-assessment",
    ),
    Source(
        number=33,
        text="New York State OASAS. LOCADTR 3.0, the state's tool for choosing a level of care, and its guidance.",
        url="https://oasas.ny.gov/locadtr",
    ),
    Source(
        number=35,
        text="Minnesota Rules 9530.6620 and 9530.6622: public 0-4 risk descriptions, the highest risk first. The process they served ended in 2022.",
        url="https://regulations.justia.com/states/minnesota/agency-196/chapter-9530/chemical-dependency-care-for-public-assistance-recipients/part-9530-6622",
    ),
    Source(
        number=38,
        text="SAMHSA. TIP 45: Detoxification and Substance Abuse Treatment. 2006, rev. 2015.",
        url="https://www.drugsandalcohol.ie/14171/",
    ),
    Source(
        number=40,
        text="SAMHSA. Advisory: Clinical Issues in Intensive Outpatient Treatment. 2021, with TIP 47, on which it is based.",
        url="https://www.ncbi.nlm.nih.gov/books/NBK64093/",
    ),
    Source(number=48, text="SAMHSA. Advisory: Whole-Person Care for Pregnant People Who Have OUD. May 2023."),
    Source(
        number=49,
        text="SAMHSA. National Helpline 1-800-662-4357; text 435748.",
        url="https://www.samhsa.gov/find-help/helplines/national-helpline",
    ),
    Source(
        number=50,
        text="988 Suicide & Crisis Lifeline. What to expect.",
        url="https://988lifeline.org/get-help/what-to-expect",
    ),
    Source(number=54, text="VA. Veterans Crisis Line.", url="https://www.veteranscrisisline.net/About"),
    Source(
        number=56,
        text="WHO mhGAP evidence centre. Management of drug withdrawal.",
        url="https://www.who.int/mental_health/mhgap/evidence/substance_abuse/q2/en/",
    ),
    Source(
        number=57,
        text="Babor TF, and others. AUDIT: Guidelines for Use in Primary Care, 2nd ed. WHO/MSD/MSB/01.6a, 2001.",
    ),
    Source(
        number=58,
        text="Bush K, and others. The AUDIT alcohol consumption questions (AUDIT-C). Arch Intern Med 1998;158:1789-95.",
        url="https://doi.org/10.1001/archinte.158.16.1789",
        second_hand=True,
    ),
    Source(
        number=62,
        text="Gossop M, and others. The Severity of Dependence Scale. Addiction 1995;90:607-14.",
        url="https://doi.org/10.1046/j.1360-0443.1995.9056072.x",
    ),
    Source(
        number=63,
        text="Kroenke K, Spitzer RL, Williams JBW. The PHQ-2. Med Care 2003;41:1284-92.",
        url="https://doi.org/10.1097/01.MLR.0000093487.78664.3C",
    ),
    Source(
        number=65,
        text="NIMH. Ask Suicide-Screening Questions (ASQ), as tabled in an open review.",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC10172543/",
    ),
    Source(
        number=67,
        text="Maldonado JR, and others. Prediction of Alcohol Withdrawal Severity Scale. Alcohol 2014;48:375-90.",
        url="https://doi.org/10.1016/j.alcohol.2014.01.004",
    ),
    Source(
        number=68,
        text="Wood E, and others. Will this patient develop severe alcohol withdrawal? JAMA 2018;320:825-33.",
        url="https://doi.org/10.1001/jama.2018.10574",
    ),
    Source(
        number=70,
        text="BC Centre on Substance Use. Guideline on high-risk drinking, recommendations 5-8.",
        url="https://helpwithdrinking.bccsu.ubc.ca/",
    ),
    Source(
        number=71,
        text="Muncie HL, and others. Outpatient management of alcohol withdrawal. Am Fam Physician 2013;88:589-95.",
        url="https://www.aafp.org/afp/2013/1101/p589.html",
    ),
    Source(
        number=73,
        text="Blondell RD. Ambulatory detoxification. Am Fam Physician 2005;71:495-502.",
        url="https://www.aafp.org/afp/2005/0201/p495.html",
    ),
    Source(
        number=75,
        text="Wolf C, and others. Alcohol withdrawal in the emergency department. Open Access Emerg Med 2020;12:53-65.",
        url="https://doi.org/10.2147/OAEM.S235288",
    ),
    Source(
        number=76,
        text="Tetrault JM, O'Connor PG. Substance abuse and withdrawal in the critical care setting. Crit Care Clin 2008;24:767-88.",
        url="https://doi.org/10.1016/j.ccc.2008.05.005",
        second_hand=True,
    ),
    Source(
        number=77,
        text="McPheeters M, and others. Pharmacotherapy for alcohol use disorder. JAMA 2023;330:1653-65.",
        url="https://doi.org/10.1001/jama.2023.19761",
    ),
    Source(
        number=78,
        text="NIAAA. Rethinking Drinking: what counts as a standard drink.",
        url="https://rethinkingdrinking.niaaa.nih.gov/",
    ),
    Source(
        number=80,
        text="Hu X. Benzodiazepine withdrawal seizures. J Okla State Med Assoc 2011;104:62-5.",
        url="https://pubmed.ncbi.nlm.nih.gov/21815323/",
    ),
    Source(
        number=85,
        text="Sarrecchia C, and others. Barbiturate withdrawal. Ann Ital Med Int 1998;13:237-9.",
        url="https://pubmed.ncbi.nlm.nih.gov/10349206/",
    ),
    Source(
        number=86,
        text="Mason PE, Kerns WP. GHB intoxication. Acad Emerg Med 2002;9:730-9; van Noorden MS, and others, 2009.",
    ),
    Source(
        number=88,
        text="HHS/SAMHSA. Medications for OUD, final rule, 42 CFR Part 8. 89 FR 7528, 2 Feb 2024.",
        url="https://regulations.justia.com/regulations/fedreg/2024/02/02/2024-01693.html",
    ),
    Source(
        number=89,
        text="DEA/HHS. Buprenorphine by telemedicine. 90 FR 6504, 17 Jan 2025; in force from 31 Dec 2025 (90 FR 13410).",
        url="https://www.govinfo.gov/content/pkg/FR-2025-03-24/html/2025-05007.htm",
    ),
    Source(
        number=91,
        text="Huo S, and others. Medetomidine withdrawal, Philadelphia. MMWR 2025;74(15):266-8.",
        url="https://www.cdc.gov/mmwr/volumes/74/wr/mm7415a2.htm",
    ),
    Source(
        number=92,
        text="CDC. Medetomidine clinical questions and answers, Aug 2025.",
        url="https://cdc.gov/overdose-prevention/hcp/trainings/medetomidine-qa.html",
    ),
    Source(
        number=93,
        text="CDC. What You Should Know About Xylazine; and its call for clinicians on xylazine with fentanyl.",
        url="https://cdc.gov/coca/hcp/trainings/overdoses-xylazine-fentanyl.html",
        second_hand=True,
    ),
    Source(
        number=94,
        text="New York State DOH AIDS Institute. Substance use disorder in pregnant adults (NBK572854).",
        url="https://www.ncbi.nlm.nih.gov/books/NBK572854/",
    ),
    Source(
        number=95,
        text="McGregor C, and others. Methamphetamine withdrawal. Addiction 2005;100:1320-9.",
        url="https://doi.org/10.1111/j.1360-0443.2005.01160.x",
    ),
    Source(
        number=96,
        text="Connor JP, and others. Cannabis withdrawal. Addiction 2022;117:2075-95.",
        url="https://doi.org/10.1111/add.15743",
    ),
    Source(
        number=98,
        text="Hughes JR. Effects of abstinence from tobacco. Nicotine Tob Res 2007;9:315-27.",
        url="https://pubmed.ncbi.nlm.nih.gov/17365764/",
    ),
    Source(
        number=99,
        text="Cooper ZD. Synthetic cannabinoids: toxicity and withdrawal. Curr Psychiatry Rep 2016;18:52.",
        url="https://doi.org/10.1007/s11920-016-0694-1",
    ),
    Source(
        number=101,
        text="NIDA. Research Report on inhalants: medical consequences. As archived in 2009.",
        url="https://webarchive.library.unt.edu/eot2008/20090130185856/http://www.drugabuse.gov/ResearchReports/Inhalants/Inhalants.html",
    ),
    Source(
        number=102,
        text="HHS. Confidentiality of SUD Patient Records, 42 CFR Part 2, final rule. 89 FR 12472, Feb 2024.",
        url="https://regulations.justia.com/regulations/fedreg/2024/02/16/2024-02544.html",
    ),
    Source(number=106, text="US DOJ. The ADA and the Opioid Crisis, 5 Apr 2022."),
    Source(
        number=107,
        text="45 CFR 96.131: priority admission of pregnant women.",
        url="https://www.ecfr.gov/cgi-bin/text-idx?mc=true&tpl=/ecfrbrowse/Title45/45cfr96_main_02.tpl",
        second_hand=True,
    ),
    Source(number=108, text="America's Poison Centers 1-800-222-1222.", url="https://poisonhelp.hrsa.gov/"),
    Source(
        number=109,
        text="SafeSpot 1-800-972-0590, as the Massachusetts helpline describes it.",
        url="https://helplinema.org/safespot-preventing-overdose-deaths-on-the-phone/",
    ),
    Source(
        number=110,
        text="National Domestic Violence Hotline; Childhelp; National Maternal Mental Health Hotline.",
        url="https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts",
    ),
    Source(
        number=111,
        text="Kelly JF, and others. Twelve-step programs. Cochrane 2020;CD012880, as its authors sum it up.",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8060988/",
    ),
    Source(
        number=117,
        text="DEA/HHS. Telemedicine flexibilities through 31 Dec 2026. 90 FR 61301.",
        url="https://www.govinfo.gov/content/pkg/FR-2025-12-31/html/2025-24123.htm",
    ),
    Source(
        number=119,
        text="Duncan J. Neuropsychiatric aspects of sedative drug withdrawal. Hum Psychopharmacol 1988;3:171-80.",
    ),
    Source(
        number=121,
        text="Dyer JE, and others. Gamma-hydroxybutyrate withdrawal syndrome. Ann Emerg Med 2001.",
        url="https://utsouthwestern.elsevierpure.com/en/publications/gamma-hydroxybutyrate-withdrawal-syndrome",
    ),
    Source(
        number=122,
        text="GHB withdrawal: a review. Drug Alcohol Depend 2004;75:3-9.",
        url="https://doi.org/10.1016/j.drugalcdep.2004.01.012",
    ),
    Source(
        number=123,
        text="Phenibut withdrawal: systematic review. Clin Toxicol 2023;61:941-51.",
        url="https://doi.org/10.1080/15563650.2023.2285702",
    ),
    Source(
        number=125,
        text="Carisoprodol withdrawal: Reeves RR, and others. Pharmacotherapy 2004; Ni K, and others, 2007.",
        url="https://doi.org/10.1592/phco.24.17.1804.52333",
    ),
    Source(
        number=126,
        text="Z-drugs: withdrawal after eszopiclone (PMC8045275) and zolpidem overuse (PMC9428267).",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC9428267/",
    ),
    Source(
        number=131,
        text="Alcohol withdrawal syndrome: outpatient management. Am Fam Physician 2021;104:253-62.",
        url="https://www.aafp.org/afp/2021/0900/p253.html",
    ),
    Source(
        number=133,
        text="Prochaska JJ, and others. Smoking cessation in addiction treatment. J Consult Clin Psychol 2004;72:1144-56.",
        url="https://pubmed.ncbi.nlm.nih.gov/15612860/",
    ),
    Source(
        number=134,
        text="Sordo L, and others. Mortality risk during and after opioid treatment. BMJ 2017;357:j1550.",
        url="https://doi.org/10.1136/bmj.j1550",
    ),
    Source(
        number=138,
        text="29 CFR 825.119: FMLA leave for treatment of substance use.",
        url="https://www.law.cornell.edu/cfr/text/29/825.119",
    ),
    Source(
        number=140,
        text="North American Quitline Consortium. Updates on the national portal, 16 Dec 2025.",
        url="https://www.naquitline.org/news/716745/Updates-on-the-National-Portal.htm",
    ),
    Source(
        number=150,
        text="NINDS (NIH). Wernicke-Korsakoff syndrome, as reprinted by BrainFacts.",
        url="https://brainfacts.org/diseases-and-disorders/neurological-disorders-az/diseases-a-to-z-from-ninds/wernicke-korsakoff-syndrome",
        second_hand=True,
    ),
    Source(
        number=154,
        text="Naloxone use in novel potent opioid and fentanyl overdoses. JAMA Netw Open 2023.",
        url="https://doi.org/10.1001/jamanetworkopen.2023.31264",
    ),
    Source(
        number=155,
        text="AAP. Medication-assisted treatment of adolescents with opioid use disorders. Pediatrics 2016;138(3):e20161893; PCSS 2019 says the same.",
        url="https://publications.aap.org/pediatrics/article/138/3/e20161893/52715/Medication-Assisted-Treatment-of-Adolescents-With",
    ),
    Source(
        number=559,
        text="Fox EJ, and others. Triage of acetaminophen outside the hospital, US and Canada. Clin Toxicol 2025. It updates Dart RC, and others, 2006.",
        url="https://pubmed.ncbi.nlm.nih.gov/40047505/",
    ),
    Source(
        number=560,
        text="Toce MS, and others. Buprenorphine swallowed by young children. Clin Toxicol 2017;55:12-17; Northern New England Poison Center: call 911 after any amount.",
        url="https://doi.org/10.1080/15563650.2016.1244337",
    ),
    Source(
        number=561,
        text="Swadron S, Nordt S. Body Stuffers. EM:RAP, Oct 2021: teaching notes, not a guideline.",
        url="https://www.emrap.org/episode/emrap202110/bodystuffers",
    ),
    Source(
        number=562,
        text="HRSA Poison Help. Carbon monoxide: questions and answers.",
        url="https://poisonhelp.hrsa.gov/faq/carbon-monoxide",
    ),
    Source(
        number=563,
        text="National Harm Reduction Coalition. After an overdose: naloxone lasts about 30 to 90 minutes, and the overdose can return.",
        url="https://harmreduction.org/issues/overdose-prevention/overview/overdose-basics/responding-to-opioid-overdose/aftercare/",
    ),
    Source(
        number=564,
        text="Mair D, and others. Nitrous oxide and nerve damage: 119 patients. J Neurol Neurosurg Psychiatry 2023;94:681-8.",
        url="https://doi.org/10.1136/jnnp-2023-331131",
    ),
    Source(
        number=565,
        text="ASMBS. Alcohol use before and after bariatric surgery: position statement, Feb 2016; King WC, and others. JAMA 2012;307:2516-25.",
        url="https://asmbs.org/resources/alcohol-use-before-and-after-bariatric-surgery",
    ),
    Source(
        number=566,
        text="Baclofen injection for spinal pumps, prescribing information, boxed warning. openFDA label record, 2026.",
    ),
    Source(
        number=567,
        text="Yip L, and others. Methanol in hand sanitizer, Arizona and New Mexico. MMWR 2020;69(32):1070-3; Boston Children's: antifreeze.",
        url="https://doi.org/10.15585/mmwr.mm6932e1",
    ),
    Source(
        number=568,
        text="Loperamide capsules, prescribing information, boxed warning. DailyMed, 2024.",
        url="https://dailymed.nlm.nih.gov/dailymed/lookup.cfm?setid=1e1b762a-800c-b79c-e063-6294a90a99c9",
    ),
    Source(
        number=569,
        text="NHS (UK). Stopping or coming off antidepressants, 2021; Royal College of Psychiatrists, 2023; Scottish Government, prescribing guide 2024-2027, ch. 5.",
        url="https://www.nhs.uk/CHQ/Pages/869.aspx",
    ),
    Source(
        number=570,
        text="CDC. Alcohol use during pregnancy: no known safe amount. Canadian guideline (helpwithdrinking.ca): withdrawal in a hospital.",
        url="https://www.cdc.gov/ncbddd/aboutus/birthdefects-fasd.html",
    ),
    Source(
        number=572,
        text="America's Poison Centers. Pediatric cannabis edible poisoning. 27 Apr 2024.",
        url="https://www.poisonhelp.org/2024/04/27/pediatric-edible-cannabis-poisoning/",
    ),
    Source(
        number=573,
        text="US DOJ, Office on Violence Against Women. Areas of focus: domestic violence is a pattern used to gain power and control.",
        url="https://www.justice.gov/ovw/areas-focus",
    ),
    Source(
        number=574,
        text="Ribeiro JD, and others. Self-injurious thoughts and behaviors and later suicide. Psychol Med 2016;46:225-36; Carroll R, and others. PLoS One 2014;9:e89944.",
        url="https://doi.org/10.1017/S0033291715001804",
    ),
    Source(
        number=575,
        text="US FDA. Soma (carisoprodol): safety labeling changes, Nov 2009; and the label's list of withdrawal signs.",
        url="https://www.fda.gov/Safety/MedWatch/SafetyInformation/ucm191961.htm",
        second_hand=True,
    ),
    Source(
        number=576,
        text="Miotto K, and others. GHB: patterns of use, effects, withdrawal. Am J Addict 2001;10:232-41.",
    ),
    Source(
        number=577,
        text="Goodson CM, and others. Predictors of severe alcohol withdrawal. Alcohol Clin Exp Res 2014;38:2664-77; on binges, Palmstierna T. Psychiatr Serv 2001;52:820-3.",
        url="https://doi.org/10.1111/acer.12529",
    ),
    Source(
        number=578,
        text="Joudrey PJ, and others. Overdose after release. Addict Sci Clin Pract 2019;14:17; Hartung DM, and others. Drug Alcohol Depend 2023; Penn State brief on the weeks after treatment.",
        url="https://doi.org/10.1186/s13722-019-0145-5",
    ),
    Source(
        number=579,
        text="Canadian Paediatric Society. Inhalant abuse. Paediatr Child Health 2010; on cannabis in teens, CPS 2020;25:S34-40 and AAP 2017.",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC2948777/",
    ),
    Source(
        number=580,
        text="ASAM. Alcohol withdrawal guideline 2020, recommendation V.7, thiamine; Australian guideline, chapter 8; after weight-loss surgery, Aasheim ET. Ann Surg 2008;248.",
        url="https://eguideline.guidelinecentral.com/i/1254278",
    ),
    Source(
        number=590,
        text="Chung DT, and others. Suicide rates after discharge from psychiatric facilities. JAMA Psychiatry 2017;74:694-702.",
        url="https://doi.org/10.1001/jamapsychiatry.2017.1044",
    ),
    Source(
        number=591,
        text="Caudarella A, and others. Non-fatal overdose and later fatal overdose. Drug Alcohol Depend (PMID 26993373); Olfson M, and others. Drug Alcohol Depend 2018;190:112-9.",
        url="https://pubmed.ncbi.nlm.nih.gov/26993373/",
    ),
)

SOURCES: dict[int, Source] = {source.number: source for source in _SOURCES}
