// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/finding.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::doctor {
namespace {

/** Nothing below ever puts one in; this is for what services write into their errors. */
QString withoutSecrets(QString text)
{
    static const QRegularExpression afterWord(
        u"\\b(Bearer|Basic|api_key=|token=|code=|secret=|password=)\\s*[^\\s\"'&,;]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Prefixes of ours and of the services, JSON web tokens, and anything long and random.
    static const QRegularExpression byItself(
        u"\\b(mcp_|ctl_|ATATT|ntn_|secret_|eyJ)[\\w.=+/-]{8,}|\\b(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+=-]{32,}"_s);
    text.replace(afterWord, u"\\1 …"_s);
    text.replace(byItself, u"…"_s);
    const QString home = QDir::homePath();
    if (home.size() > 1)
        text.replace(home, u"~"_s);
    return text;
}

} // namespace

QString Sentence::english() const
{
    return filledInto(QString::fromUtf8(text));
}

QString Sentence::filledInto(QString translation) const
{
    // All at once: a value may hold a %1 of its own.
    switch (values.size()) {
    case 0:
        return translation;
    case 1:
        return translation.replace(u"%1"_s, values.at(0));
    case 2:
        return translation.arg(values.at(0), values.at(1));
    default:
        return translation.arg(values.at(0), values.at(1), values.at(2));
    }
}

Sentence Sentence::of(const QString &words)
{
    return {.text = words.isEmpty() ? "" : "%1", .values = {words}};
}

QLatin1StringView verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return "ok"_L1;
    case Verdict::Warning:
        return "warning"_L1;
    case Verdict::Problem:
        return "problem"_L1;
    case Verdict::Cancelled:
        break;
    }
    return "cancelled"_L1;
}

QString report(const QString &heading, const QList<Entry> &entries)
{
    QString text = heading + u'\n';
    for (const Entry &entry : entries) {
        text += u"[%1] %2: %3\n"_s.arg(verdictName(entry.finding.verdict),
                                       entry.title.english(),
                                       entry.finding.text.english());
        if (!entry.finding.remedy.isEmpty())
            text += u"    → %1\n"_s.arg(entry.finding.remedy.english());
    }
    return withoutSecrets(text);
}

} // namespace fairlead::doctor
