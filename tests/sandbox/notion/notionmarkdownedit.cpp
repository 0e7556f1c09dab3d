// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionmarkdownedit.h"

#include "tests/sandbox/notion/notionanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostUpdates = 100;

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

tl::unexpected<Error> notFound(const QString &pattern)
{
    return failure(ErrorCode::InvalidInput,
                   u"String not found: <pattern>%1</pattern>"_s.arg(pattern));
}

/** Members that a command must have as strings, and those that it may have besides. */
struct CommandShape
{
    QStringList strings;
    QStringList others;
};

CommandShape shapeOf(const QString &type)
{
    if (type == "update_content"_L1)
        return {{}, {u"content_updates"_s, u"allow_deleting_content"_s}};
    if (type == "replace_content"_L1)
        return {{u"new_str"_s}, {u"allow_deleting_content"_s}};
    if (type == "insert_content"_L1)
        return {{u"content"_s}, {u"position"_s, u"after"_s}};
    return {{u"content"_s, u"content_range"_s}, {u"allow_deleting_content"_s}};
}

Result<> checkUpdates(const QJsonValue &sent)
{
    const QString path = u"body.update_content.content_updates"_s;
    if (!sent.isArray())
        return complaint(path, sent.isUndefined() ? u"defined"_s : u"an array"_s, sent);
    const QJsonArray updates = sent.toArray();
    if (updates.size() > mostUpdates)
        return complaint(path + u".length"_s, u"≤ `100`"_s, updates.size());
    for (qsizetype i = 0; i < updates.size(); ++i) {
        const QString inner = u"%1[%2]"_s.arg(path).arg(i);
        for (const QString &name : {u"old_str"_s, u"new_str"_s}) {
            const QJsonValue value = updates[i][name];
            if (!value.isString())
                return complaint(
                    inner + u'.' + name, value.isUndefined() ? u"defined"_s : u"a string"_s, value);
        }
        if (updates[i]["old_str"_L1].toString().isEmpty())
            return complaint(inner + u".old_str.length"_s, u"≥ `1`"_s, 0);
        const QString unknown = notionUnknownMember(
            updates[i].toObject(), {u"old_str"_s, u"new_str"_s, u"replace_all_matches"_s}, inner);
        if (!unknown.isEmpty())
            return failure(ErrorCode::InvalidInput, unknown);
    }
    return {};
}

Result<> checkCommand(const QString &type, const QJsonObject &command)
{
    const QString path = u"body."_s + type;
    const CommandShape shape = shapeOf(type);
    for (const QString &name : shape.strings) {
        if (!command[name].isString())
            return complaint(path + u'.' + name,
                             command[name].isUndefined() ? u"defined"_s : u"a string"_s,
                             command[name]);
    }
    const QString unknown = notionUnknownMember(command, shape.strings + shape.others, path);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    if (type == "update_content"_L1)
        return checkUpdates(command["content_updates"_L1]);
    const QJsonValue position = command["position"_L1];
    const QString where = position["type"_L1].toString();
    if (!position.isUndefined() && where != "start"_L1 && where != "end"_L1)
        return complaint(
            path + u".position.type"_s, u"`\"start\"` or `\"end\"`"_s, position["type"_L1]);
    if (!position.isUndefined() && command.contains("after"_L1))
        return complaint(path + u".after"_s, u"not present"_s, command["after"_L1]);
    return {};
}

struct Selection
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/** "start text...end text": from the first start to the first end behind it. */
Result<Selection> select(const QString &text, const QString &range)
{
    const qsizetype dots = range.indexOf("..."_L1);
    const QString first = dots < 0 ? range : range.left(dots);
    const QString last = dots < 0 ? QString() : range.mid(dots + 3);
    const qsizetype begin = text.indexOf(first);
    const qsizetype end = begin < 0 ? -1 : text.indexOf(last, begin + first.size());
    if (range.isEmpty() || begin < 0 || end < 0)
        return notFound(range);
    return Selection{.begin = begin, .end = end + last.size()};
}

} // namespace

Result<NotionMarkdownEdit> NotionMarkdownEdit::fromBody(const QJsonObject &body)
{
    static const QStringList types{
        u"update_content"_s, u"replace_content"_s, u"insert_content"_s, u"replace_content_range"_s};
    NotionMarkdownEdit edit;
    edit.m_type = body["type"_L1].toString();
    if (!types.contains(edit.m_type))
        return complaint(u"body.type"_s,
                         u"`\"update_content\"`, `\"replace_content\"`, `\"insert_content\"` or "
                         "`\"replace_content_range\"`"_s,
                         body["type"_L1]);
    const QString unknown =
        notionUnknownMember(body, {u"type"_s, edit.m_type, u"allow_async"_s}, u"body"_s);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    if (!body[edit.m_type].isObject())
        return complaint(u"body."_s + edit.m_type, u"defined"_s, body[edit.m_type]);
    edit.m_command = body[edit.m_type].toObject();
    if (const Result<> checked = checkCommand(edit.m_type, edit.m_command); !checked)
        return tl::unexpected(checked.error());
    return edit;
}

bool NotionMarkdownEdit::mayDeleteChildren() const
{
    return m_command["allow_deleting_content"_L1].toBool();
}

Result<QString> NotionMarkdownEdit::apply(const QString &text) const
{
    if (m_type == "update_content"_L1)
        return updated(text);
    if (m_type == "insert_content"_L1)
        return inserted(text);
    if (m_type == "replace_content"_L1)
        return m_command["new_str"_L1].toString();
    const Result<Selection> range = select(text, m_command["content_range"_L1].toString());
    if (!range)
        return tl::unexpected(range.error());
    return text.left(range->begin) + m_command["content"_L1].toString() + text.mid(range->end);
}

Result<QString> NotionMarkdownEdit::updated(QString text) const
{
    const QJsonArray updates = m_command["content_updates"_L1].toArray();
    for (const auto &update : updates) {
        const QString wanted = update["old_str"_L1].toString();
        const qsizetype matches = text.count(wanted);
        if (matches == 0)
            return notFound(wanted);
        if (matches > 1 && !update["replace_all_matches"_L1].toBool())
            return failure(ErrorCode::InvalidInput,
                           u"Multiple matches found for: <pattern>%1</pattern>. Add more of the "
                           "text around it, or set replace_all_matches to true."_s.arg(wanted));
        text.replace(wanted, update["new_str"_L1].toString());
    }
    return text;
}

Result<QString> NotionMarkdownEdit::inserted(const QString &text) const
{
    const QString content = m_command["content"_L1].toString();
    if (m_command["position"_L1]["type"_L1].toString() == "start"_L1)
        return text.isEmpty() ? content : content + u'\n' + text;
    if (!m_command.contains("after"_L1))
        return text.isEmpty() ? content : text + u'\n' + content;
    const Result<Selection> range = select(text, m_command["after"_L1].toString());
    if (!range)
        return tl::unexpected(range.error());
    return text.left(range->end) + u'\n' + content + text.mid(range->end);
}

} // namespace fairlead::sandbox
