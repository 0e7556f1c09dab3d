// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/tracecontext.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

// What the specifications ask to carry at least.
constexpr qsizetype longestState = 512;
constexpr qsizetype longestBaggage = 8192;
constexpr qsizetype mostStates = 32;
constexpr qsizetype mostBaggage = 64;

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

QByteArray parentFrom(const QString &text)
{
    static const QRegularExpression form =
        whole(u"([0-9a-f]{2})-(?!0{32})([0-9a-f]{32}-(?!0{16})[0-9a-f]{16})-([0-9a-f]{2})(-.*)?"_s);
    const auto match = form.match(text);
    const QString version = match.captured(1);
    if (!match.hasMatch() || version == "ff"_L1)
        return {};
    if (version == "00"_L1)
        return match.hasCaptured(4) ? QByteArray() : text.toLatin1();
    // Of a later version only what we know of it may be passed on, as the version that we know.
    const bool isSampled = (match.captured(3).toInt(nullptr, 16) & 1) != 0;
    return "00-" + match.captured(2).toLatin1() + (isSampled ? "-01" : "-00");
}

/** A list's members without those that are empty; nothing when one does not have the form. */
QStringList membersOf(const QString &text, const QRegularExpression &form)
{
    QStringList members;
    const QStringList all = text.split(u',');
    for (const QString &each : all) {
        const QString member = each.trimmed();
        if (member.isEmpty())
            continue;
        if (!form.match(member).hasMatch())
            return {};
        members.append(member);
    }
    return members;
}

QByteArray stateFrom(const QString &text)
{
    static const QRegularExpression form =
        whole(u"[a-z0-9][a-z0-9_*/@-]{0,255}=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]"_s);
    if (text.size() > longestState)
        return {};
    const QStringList members = membersOf(text, form);
    QSet<QString> keys;
    for (const QString &member : members)
        keys.insert(member.section(u'=', 0, 0));
    const bool isUnambiguous = keys.size() == members.size();
    return isUnambiguous && members.size() <= mostStates ? members.join(u',').toLatin1()
                                                         : QByteArray();
}

QByteArray baggageFrom(const QString &text)
{
    static const QString token = u"[!#$%&'*+.^_`|~0-9A-Za-z-]++"_s;
    static const QString value = u"[ \\t]*+=[ \\t]*+[!#-+\\--:<-[\\]-~]*+"_s;
    static const QRegularExpression form =
        whole(u"%1%2(?:[ \\t]*+;[ \\t]*+%1(?:%2)?+)*+[ \\t]*+"_s.arg(token, value));
    if (text.size() > longestBaggage)
        return {};
    const QStringList members = membersOf(text, form);
    // Not within a header; it stands for a space here.
    return members.size() <= mostBaggage ? members.join(u',').replace(u'\t', u' ').toLatin1()
                                         : QByteArray();
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> TraceContext::fields() const
{
    QList<std::pair<QByteArray, QByteArray>> all{
        {"traceparent"_ba, parent}, {"tracestate"_ba, state}, {"baggage"_ba, baggage}};
    all.removeIf([](const auto &field) { return field.second.isEmpty(); });
    return all;
}

TraceContextPointer traceContextFrom(const QJsonObject &meta)
{
    const QJsonValue parent = meta["traceparent"_L1];
    const QJsonValue baggage = meta["baggage"_L1];
    if (parent.isUndefined() && baggage.isUndefined())
        return nullptr;
    TraceContext trace{.parent = parentFrom(parent.toString()),
                       .baggage = baggageFrom(baggage.toString())};
    if (!trace.parent.isEmpty())
        trace.state = stateFrom(meta["tracestate"_L1].toString());
    if (trace.parent.isEmpty() && trace.baggage.isEmpty())
        return nullptr;
    return std::make_shared<const TraceContext>(std::move(trace));
}

} // namespace fairlead
