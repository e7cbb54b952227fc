import type { LibraryLanguage } from './libraries';

/** Packages that prose calls by a name of their own; each is written so by its makers and is no word of English. */
export const knownNames: readonly (readonly [prose: string, name: string, language: LibraryLanguage])[] = [
  ['FastAPI', 'fastapi', 'Python'],
  ['Gradio', 'gradio', 'Python'],
  ['Keras', 'keras', 'Python'],
  ['LangChain', 'langchain', 'Python'],
  ['LangGraph', 'langgraph', 'Python'],
  ['LightGBM', 'lightgbm', 'Python'],
  ['LlamaIndex', 'llama-index', 'Python'],
  ['Matplotlib', 'matplotlib', 'Python'],
  ['NLTK', 'nltk', 'Python'],
  ['NumPy', 'numpy', 'Python'],
  ['OpenCV', 'opencv-python', 'Python'],
  ['PyTorch', 'torch', 'Python'],
  ['SciPy', 'scipy', 'Python'],
  ['Streamlit', 'streamlit', 'Python'],
  ['TensorFlow', 'tensorflow', 'Python'],
  ['XGBoost', 'xgboost', 'Python'],
  ['scikit-learn', 'scikit-learn', 'Python'],
  ['spaCy', 'spacy', 'Python'],
  ['D3.js', 'd3', 'JavaScript'],
  ['Next.js', 'next', 'JavaScript'],
  ['TensorFlow.js', '@tensorflow/tfjs', 'JavaScript'],
  ['Three.js', 'three', 'JavaScript'],
  ['Vue.js', 'vue', 'JavaScript'],
];
