"""Whole pages as they are copied from a browser: what is kept is the article and all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from summarizer.article import build_article


@dataclass(frozen=True)
class Page:
    """A page, the sentences that are its article, and what it says of itself."""

    language: str
    text: str
    kept: tuple[str, ...]
    title: str
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None


ENGLISH = Page(
    language="en",
    text="""Jump to content
News Sport Weather Business Opinion
Home > Coast > Ostrand
By Ada Holm, Coastal News
Published March 3, 2032 · 2 min read
Share on Facebook

Ferry strike ends in Ostrand after four days

Ferries wait at the quay on Monday. (Coastal News Photo/Per Lund)

OSTRAND — Ferry crews voted on Tuesday to go back to work, their union said. "We did not win," \
Guild secretary Ada Moe said.

Advertisement
Story continues below advertisement

Read more books, the mayor told the crews in jest. Sign up for more shifts, he added.

RELATED STORIES
Singer lost at sea
Ten boats to avoid

What comes next

Ferries will sail from 5 a.m. Wednesday. By noon, all lines should be open.

We use cookies to improve your experience. You can change this at any time.
Already a subscriber? Log in
___
Coastal News writers Ola B. Dahl in Lorne and Siv Berg contributed to this report.
© 2032 Coastal Media. All rights reserved.
Follow us on Facebook
Privacy Policy | Terms of Use | Sign in
""",
    kept=(
        "Ferry strike ends in Ostrand after four days",
        "OSTRAND — Ferry crews voted on Tuesday to go back to work, their union said.",
        '"We did not win," Guild secretary Ada Moe said.',
        "Read more books, the mayor told the crews in jest.",
        "Sign up for more shifts, he added.",
        "Ferries will sail from 5 a.m. Wednesday.",
        "By noon, all lines should be open.",
    ),
    title="Ferry strike ends in Ostrand after four days",
    byline="Ada Holm",
    publisher="Coastal News",
    published=date(2032, 3, 3),
)

SPANISH = Page(
    language="es",
    text="""Saltar al contenido principal
Inicio › Costa › Ostrand
Iniciar sesión | Suscríbete

Termina la huelga de los transbordadores en Ostrand

Por Ana Soto y Luis Mora, Agencia Costa
Publicado el 3 de marzo de 2032 a las 10:05
Compartir en Facebook
Foto: Luis Mora

Las tripulaciones votaron el martes volver al trabajo, dijo el sindicato. «No hemos ganado», \
afirmó su secretaria, Ada Ruiz.

Publicidad

Lea también: Una cantante se pierde en el mar

Por la tarde llegó el alcalde. Más información pidió el juez.

Suscríbete a nuestro boletín y recibe las noticias en tu correo.
Síguenos en Facebook y Telegram.
Ana Soto contribuyó a este informe desde Lorne.
Todos los derechos reservados.
""",
    kept=(
        "Termina la huelga de los transbordadores en Ostrand",
        "Las tripulaciones votaron el martes volver al trabajo, dijo el sindicato.",
        "«No hemos ganado», afirmó su secretaria, Ada Ruiz.",
        "Por la tarde llegó el alcalde.",
        "Más información pidió el juez.",
    ),
    title="Termina la huelga de los transbordadores en Ostrand",
    byline="Ana Soto y Luis Mora",
    publisher="Agencia Costa",
    published=date(2032, 3, 3),
)

RUSSIAN = Page(
    language="ru",
    text="""Перейти к основному содержанию
Главная » Побережье
Войти | Подписаться

Забастовка паромщиков в Остранде окончена

Автор: Анна Орлова
Опубликовано: 3 марта 2032, 10:05
Поделиться
Фото: Иван Дюна

Экипажи во вторник решили вернуться к работе, сообщил профсоюз. «Мы не победили», — сказала \
секретарь Ада Моэ.

Реклама

Читайте также:
Певица пропала в море

В 2031 г. паромы стояли неделю. Поиск пропавших продолжается.

Подписывайтесь на наш канал в Telegram.
В подготовке материала участвовал Иван Дюна.
Все права защищены.
""",
    kept=(
        "Забастовка паромщиков в Остранде окончена",
        "Экипажи во вторник решили вернуться к работе, сообщил профсоюз.",
        "«Мы не победили», — сказала секретарь Ада Моэ.",
        "В 2031 г. паромы стояли неделю.",
        "Поиск пропавших продолжается.",
    ),
    title="Забастовка паромщиков в Остранде окончена",
    byline="Анна Орлова",
    published=date(2032, 3, 3),
)

CHINESE = Page(
    language="zh",
    text="""跳转到主要内容
首页 > 沿海
登录 | 注册

奥斯特兰渡轮罢工结束

2032年3月3日 10:05
来源：海岸通讯社
记者：张三
分享到微信

船员周二投票决定复工。工会秘书说：“我们没有赢。”市长没有回答。

广告

相关新闻
歌手海上失踪

搜索仍在继续。渡轮周三五时起航。

图片来源：海岸通讯社
欢迎订阅我们的每日电子报
（责编：李四）
版权所有，未经授权不得转载。
""",
    kept=(
        "奥斯特兰渡轮罢工结束",
        "船员周二投票决定复工。",
        "工会秘书说：“我们没有赢。”",
        "市长没有回答。",
        "搜索仍在继续。",
        "渡轮周三五时起航。",
    ),
    title="奥斯特兰渡轮罢工结束",
    byline="张三",
    publisher="海岸通讯社",
    published=date(2032, 3, 3),
)

ARABIC = Page(
    language="ar",
    text="""تخطي إلى المحتوى الرئيسي
الرئيسية > الساحل
تسجيل الدخول | اشترك

انتهاء إضراب العبارات في أوستراند

بقلم: أحمد سالم
نشر في 3 مارس 2032
مشاركة عبر واتساب
تصوير: سارة حسن

قرر البحارة يوم الثلاثاء العودة إلى العمل، بحسب النقابة. وقالت الأمينة آدا موي: «لم ننتصر».

إعلان

اقرأ أيضا
مغنية تختفي في البحر

شارك الوزير في الاجتماع. وتبحر العبارات صباح الأربعاء.

اشترك في نشرتنا البريدية لتصلك أهم الأخبار.
جميع الحقوق محفوظة
""",
    kept=(
        "انتهاء إضراب العبارات في أوستراند",
        "قرر البحارة يوم الثلاثاء العودة إلى العمل، بحسب النقابة.",
        "وقالت الأمينة آدا موي: «لم ننتصر».",
        "شارك الوزير في الاجتماع.",
        "وتبحر العبارات صباح الأربعاء.",
    ),
    title="انتهاء إضراب العبارات في أوستراند",
    byline="أحمد سالم",
    published=date(2032, 3, 3),
)

PAGES = [ENGLISH, SPANISH, RUSSIAN, CHINESE, ARABIC]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.language)
def test_the_article_is_kept_and_nothing_else(page: Page) -> None:
    article = build_article(page.text)
    assert tuple(sentence.text for sentence in article.content) == page.kept


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.language)
def test_what_the_page_says_of_itself(page: Page) -> None:
    known = build_article(page.text).metadata
    assert (known.language, known.title, known.byline, known.publisher, known.published) == (
        page.language,
        page.title,
        page.byline,
        page.publisher,
        page.published,
    )
