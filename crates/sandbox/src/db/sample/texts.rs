//! What the sample notifications say: many languages, short and long, and text that tries to be markup.

use crate::random::SplitMix64;

/// The "common values" of `NotificationType` `[seed]`.
pub const TYPES: [&str; 15] = [
    "blog",
    "community-event",
    "community-message",
    "community-thread",
    "course",
    "coworkerinvoice",
    "identitycheck-fail",
    "identity-check-failed",
    "identity-check-success",
    "identitycheck-success",
    "push-notification",
    "reply-like",
    "salto-locker",
    "survey",
    "thread-like",
];

/// The start of a type's name, and what such a notification may say; `#` becomes a number.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "blog",
        &[
            "New post: # ways to use the roof garden",
            "Nouvel article : # idées pour la terrasse",
            "Neuer Beitrag: # Ideen für den Dachgarten",
            "新しい記事：屋上庭園の楽しみ方#選",
        ],
    ),
    (
        "community-event",
        &[
            "Breakfast on floor # moved to 9:30",
            "L'aperitivo del piano # inizia alle 18:00",
            "El desayuno de la planta # empieza a las 9:30",
            "מפגש הקהילה בקומה # יתחיל בשעה 18:00",
        ],
    ),
    (
        "community-message",
        &[
            "Rowan Ridge sent you # messages",
            "Rowan Ridge vous a envoyé # messages",
            "أرسل لك روان # رسائل جديدة",
            "Rowan Ridge enviou # mensagens para você",
        ],
    ),
    (
        "community-thread",
        &[
            "A new thread: lost umbrella no. #",
            "Neues Thema: Wer hat Schirm Nr. # gefunden?",
            "新しいスレッド：傘の忘れ物（#番）",
        ],
    ),
    (
        "course",
        &[
            "Lesson # of Pottery for Beginners is open",
            "La lezione # di Ceramica per principianti è aperta",
            "A aula # de Cerâmica para iniciantes está aberta",
        ],
    ),
    (
        "coworkerinvoice",
        &[
            "Invoice INV-10# is ready",
            "La facture INV-10# est disponible",
            "Rechnung INV-10# ist da",
            "請求書 INV-10# が発行されました",
            "الفاتورة رقم INV-10# جاهزة",
        ],
    ),
    ("identitycheck-fail", &["We could not read document # of your identity check"]),
    ("identity-check-failed", &["Your identity check failed (case #)", "La verificación de identidad # ha fallado"]),
    (
        "identity",
        &["Your identity check # is complete", "Ihre Identitätsprüfung # ist abgeschlossen", "בדיקת הזהות # הושלמה"],
    ),
    (
        "push-notification",
        &[
            "The water is off on floor # until noon",
            "Hoje o café da copa # é por nossa conta ☕",
            "Wi-Fi maintenance tonight, about # minutes",
            "本日、#分ほどの避難訓練があります",
        ],
    ),
    ("reply-like", &["# people liked your reply 👍", "# personnes aiment votre réponse"]),
    ("salto-locker", &["Locker # is yours until Friday 🔑", "Schließfach # gehört Ihnen bis Freitag"]),
    ("survey", &["# questions about your desk", "# domande sulla tua scrivania", "# preguntas sobre tu mesa"]),
    ("thread", &["# people liked your thread", "أعجب # أشخاص بموضوعك"]),
];

/// Long texts, fit for any type.
const LONG: [&str; 5] = [
    "A longer word from the team of the Sample Space Harbour: the kitchen on the first floor gets new tiles, so \
     please use the one upstairs until Friday. The team reads every message on working days, and there is nothing \
     else that you have to do now. We will tell you as soon as the kettle is back in its usual place.",
    "Un mot plus long de l'équipe : la cuisine du premier étage est en travaux jusqu'à vendredi, merci d'utiliser \
     celle du dessus. L'équipe lit chaque message les jours ouvrés, et vous n'avez rien d'autre à faire pour \
     l'instant.",
    "Ein längeres Wort vom Team: Die Küche im ersten Stock wird bis Freitag neu gefliest, bitte benutzen Sie so \
     lange die obere. Das Team liest jede Nachricht an Werktagen, und mehr ist im Augenblick nicht zu tun.",
    "كلمة أطول من الفريق: المطبخ في الطابق الأول مغلق حتى يوم الجمعة بسبب أعمال الصيانة، ويرجى استخدام المطبخ في \
     الطابق العلوي. يقرأ الفريق كل رسالة في أيام العمل، ولا يوجد شيء آخر عليك القيام به الآن.",
    "チームからのお知らせです。一階のキッチンは金曜日まで工事のため使用できません。その間は上の階のキッチンをご利用く\
     ださい。チームは営業日にすべてのメッセージを確認しています。今のところ、ほかに必要な手続きはありません。",
];

/// Texts that a careless page breaks on.
const SPECIAL: [&str; 12] = [
    "<script>document.title = 'broken'</script> is not markup here",
    "<img src=x onerror=\"document.title = 'broken'\"> is only text",
    "Fish &amp; chips &lt;today&gt; & more",
    "مرحبًا! فاتورتك رقم INV-2041 جاهزة، والمبلغ 120.50 € 💶",
    "שלום, האירוע \"Open Desk\" נדחה ליום ראשון בשעה 10:00",
    "👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈 🎉🎉🎉",
    "こんにちは。会議室の予約が確認されました。ありがとうございます。",
    "OK",
    "Line one\nLine two\r\nLine three\twith a tab",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenverleihvertragsverlängerungsbestätigung",
    "\u{202E}reversed by a control character\u{202C} and back",
    "**bold** [link](javascript:alert(1)) \\n %s {0} ${name} '; DROP TABLE coworkers; --",
];
/// Every third of the member's newest notifications is special, until the list is used up.
const SPECIAL_STEP: i64 = 3;
/// The length of the longest message, in characters.
const LONGEST: usize = 10_000;

/// The special text for the member's notification at `rank`, newest first, or `None` for an ordinary one.
pub fn special(rank: i64) -> Option<String> {
    if rank % SPECIAL_STEP != 1 {
        return None;
    }
    let position = usize::try_from(rank / SPECIAL_STEP).ok()?;
    if position == SPECIAL.len() {
        let endless = "A long message that never seems to end, číslo 🙂. ";
        return Some(endless.chars().cycle().take(LONGEST - 1).chain(['.']).collect());
    }
    SPECIAL.get(position).map(|text| (*text).to_owned())
}

/// An ordinary text for a notification of this type; about every eighth is long.
pub fn message(random: &mut SplitMix64, kind: &str) -> String {
    let texts = TEXTS.iter().find(|(start, _)| kind.starts_with(start)).map_or(&[][..], |(_, texts)| texts);
    if random.below(8) == 0 {
        return random.pick(&LONG).copied().unwrap_or_default().to_owned();
    }
    let number = random.below(28) + 2;
    random.pick(texts).copied().unwrap_or("Something new: #").replace('#', &number.to_string())
}
