"""What must be said near the start button and on the result."""

REQUIRED_TEXT = (
    "This tool is for learning. It is not a diagnosis, medical advice or an ASAM assessment. "
    "It has not been tested in a study. It uses published guidance and careful rules. "
    "It suggests a place to start a talk with a doctor or nurse, who may see it another way. "
    "If you might be in danger, call 911. For crisis support, call or text 988."
)

LIMITS = (
    "No doctor or nurse has reviewed this tool yet.",
    "It is made for adults. What it can say about teens is limited.",
    "It goes by your own answers. They may be incomplete, and it cannot know.",
    "It cannot check blood pressure, blood tests, how drugs mix, or what is really in street drugs.",
    "Where you are not sure of an answer, it leans toward more care.",
    "For many people, outpatient care is the right care.",
    "Which kinds of care there are, and what insurance pays, differ from place to place.",
    "Your answers stay in your own browser. We store none of them, sell nothing, and use no trackers.",
    "No one can pay to be listed, or to be listed higher.",
)
