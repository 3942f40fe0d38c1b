"""Phone and text lines that messages and cards point to, confirmed in the clinical bibliography (49-54, 108-140)."""

from .shapes import Line

CALL_911 = Line("Call 911", "tel:911")
CALL_988 = Line("Call 988", "tel:988")
TEXT_988 = Line("Text 988", "sms:988")
POISON = Line("Poison Control 1-800-222-1222", "tel:18002221222")
SAMHSA = Line("SAMHSA helpline 1-800-662-4357", "tel:18006624357")
SAMHSA_TEXT = Line("Text your ZIP code to 435748", "sms:435748")
VETERANS_TEXT = Line("Veterans: text 838255", "sms:838255")
DV = Line("Domestic Violence Hotline 1-800-799-7233", "tel:18007997233")
DV_TEXT = Line("Text START to 88788", "sms:88788")
CHILDHELP = Line("Childhelp 1-800-422-4453", "tel:18004224453")
MATERNAL = Line("Maternal Mental Health Hotline 1-833-852-6262", "tel:18338526262")
QUITLINE = Line("Quitline 1-800-784-8669", "tel:18007848669")
QUIT_TEXT = Line("Text QUIT to 47848", "sms:47848")
SAFESPOT = Line("SafeSpot 1-800-972-0590", "tel:18009720590")
