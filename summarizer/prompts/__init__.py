"""Prompts are files that a person edits; only this floor knows where they lie."""

from summarizer.prompts.files import PromptSet, load_prompt, prompt_names, prompts_dir
from summarizer.prompts.forms import SmallForm, load_form
from summarizer.prompts.messages import Message, draft_messages, gist_messages
from summarizer.prompts.notes import note_messages, sentence_messages
from summarizer.prompts.questions import Option, Question, load_question
from summarizer.prompts.repairs import Doubt, repair_messages
from summarizer.prompts.translations import translation_messages
from summarizer.prompts.view import as_data, numbered

__all__ = [
    "Doubt",
    "Message",
    "Option",
    "PromptSet",
    "Question",
    "SmallForm",
    "as_data",
    "draft_messages",
    "gist_messages",
    "load_form",
    "load_prompt",
    "load_question",
    "note_messages",
    "numbered",
    "prompt_names",
    "prompts_dir",
    "repair_messages",
    "sentence_messages",
    "translation_messages",
]
