"""A page of the course as a Streamlit app. Run it with: streamlit run app.py"""

import math

import streamlit as st

LESSON = """
## 🎯 Attention on one page

A token asks with its **query**, the others answer with their **keys**, and what is handed over are their **values**. The
KV Cache keeps keys and values, so that the next token costs one row of scores and not a whole square.

The scores are divided by $\\sqrt{d_k}$, so that the softmax does not saturate.
"""

DIAGRAM = '''
```mermaid
flowchart LR
    QRY[🔎 Query] -->|Asks 🔎| SMX[🌡️ Softmax]
    KEY[🔑 Key] --> SMX
    SMX -->|Mixes 🥣| ATT[🎯 Attention]
    VAL[📦 Value] --> ATT
    ATT -->|Condenses 🫙| SUM[🫙 Summary State]
```
'''

WORDS = """
### Glossary of this page

#### Nodes

- **🫙 Summary State (SUM):**
  What a head returns for one token: the values it attended to, averaged.

#### Edge labels

- **Condenses 🫙:**
  Many values become one vector of the same width.
"""


def weights(scores: list[float]) -> list[float]:
    """Softmax of one row; the largest score is subtracted first, so that nothing overflows."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


st.title("Attention, one row at a time")
st.markdown(LESSON)

scores = [st.slider(f"Score of key {i + 1}", -4.0, 4.0, float(i), 0.1) for i in range(3)]
row = weights(scores)
st.bar_chart(row)

st.markdown(
    f"""
### What you see

The largest weight is {max(row):.3f}. The weights sum to {sum(row):.1f}, as those of every softmax do.
"""
)

st.markdown(DIAGRAM)
st.markdown(WORDS)
