// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/fieldtext.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfreader.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr int maxDepth = 4;
constexpr qsizetype rawLimit = 200;
constexpr int deepestNode = 50; // of a document that is read for an excerpt

QString textOf(const json::Element &value, int depth);

/** One cleaned line; empty where there is no text. */
QString lineOf(const std::optional<json::Element> &value)
{
    std::string_view text;
    return value && value->get(text) == simdjson::SUCCESS
        ? cleanedLine(json::fromUtf8(text), json::lineLimit)
        : QString();
}

/** What says what an object is. */
enum class Member {
    DisplayName,
    Name,
    Value,
    FileName,
    Child,
    Fields,
    Type,
    OutwardIssue,
    InwardIssue,
};

/** Those members of an object, found in one walk over it. */
class Members
{
public:
    explicit Members(const json::Element &value)
    {
        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS)
            return;
        for (const auto field : object) {
            const std::string_view key = field.key;
            // Nearly all keys are others: their first letter tells most of them apart.
            const auto known = std::find_if(names.begin(), names.end(), [key](auto name) {
                return name.size() == key.size() && name.front() == key.front() && name == key;
            });
            if (known != names.end() && !field.value.is_null())
                m_values[size_t(known - names.begin())] = field.value;
        }
    }

    [[nodiscard]] const std::optional<json::Element> &at(Member member) const
    {
        return m_values[size_t(member)];
    }

    [[nodiscard]] QString line(Member member) const { return lineOf(at(member)); }

private:
    static constexpr std::array<std::string_view, 9> names{"displayName",
                                                           "name",
                                                           "value",
                                                           "filename",
                                                           "child",
                                                           "fields",
                                                           "type",
                                                           "outwardIssue",
                                                           "inwardIssue"};
    std::array<std::optional<json::Element>, names.size()> m_values;
};

bool isDocument(const json::Element &value)
{
    return json::line(value, "type") == "doc"_L1 && json::list(value, "content");
}

// An issue named within another: "ABC-1 (Done) Fix login".
QString issueReference(const json::Element &issue)
{
    const QString key = json::line(issue, "key");
    const auto fields = json::member(issue, "fields");
    if (key.isEmpty() || !fields)
        return key;
    const auto status = json::member(*fields, "status");
    const QString state = status ? json::line(*status, "name") : QString();
    const QString summary = json::line(*fields, "summary");
    const QString name = state.isEmpty() ? key : u"%1 (%2)"_s.arg(key, state);
    return summary.isEmpty() ? name : u"%1 %2"_s.arg(name, summary);
}

QString linkText(const Members &link)
{
    const auto &type = link.at(Member::Type);
    if (!type)
        return {};
    if (const auto &issue = link.at(Member::OutwardIssue))
        return u"%1 %2"_s.arg(json::line(*type, "outward"), issueReference(*issue));
    if (const auto &issue = link.at(Member::InwardIssue))
        return u"%1 %2"_s.arg(json::line(*type, "inward"), issueReference(*issue));
    return {};
}

QString objectText(const json::Element &value, int depth)
{
    const Members members(value);
    if (members.at(Member::Type) && isDocument(value))
        return documentText(value);
    if (const QString link = linkText(members); !link.isEmpty())
        return link;
    if (members.at(Member::Fields))
        return issueReference(value);
    for (const Member named :
         {Member::DisplayName, Member::Name, Member::Value, Member::FileName}) {
        QString text = members.line(named);
        if (text.isEmpty())
            continue;
        const auto &child = members.at(Member::Child);
        return child && depth > 0 ? u"%1 / %2"_s.arg(text, textOf(*child, depth - 1)) : text;
    }
    for (const char *const key : {"votes", "watchCount"}) {
        if (const qint64 count = json::number(value, key, -1); count >= 0)
            return count == 0 ? QString() : QString::number(count);
    }
    const std::string raw = simdjson::minify(value);
    return raw == "{}" ? QString() : cleanedLine(json::fromUtf8(raw), rawLimit);
}

QString listText(const simdjson::dom::array &list, int depth)
{
    QStringList texts;
    for (const json::Element element : list) {
        const QString text = textOf(element, depth);
        if (!text.isEmpty())
            texts.append(text);
    }
    return cleanedLine(texts.join(u", "_s), 4 * json::lineLimit);
}

QString textOf(const json::Element &value, int depth)
{
    switch (value.type()) {
    case simdjson::dom::element_type::STRING: {
        std::string_view text;
        return value.get(text) == simdjson::SUCCESS
            ? shortTime(cleanedText(json::fromUtf8(text), json::textLimit))
            : QString();
    }
    case simdjson::dom::element_type::OBJECT:
        return objectText(value, depth);
    case simdjson::dom::element_type::ARRAY: {
        simdjson::dom::array list;
        return depth > 0 && value.get(list) == simdjson::SUCCESS ? listText(list, depth - 1)
                                                                 : QString();
    }
    case simdjson::dom::element_type::BOOL: {
        bool isSet = false;
        return value.get(isSet) == simdjson::SUCCESS && isSet ? u"yes"_s : u"no"_s;
    }
    case simdjson::dom::element_type::NULL_VALUE:
        return {};
    default:
        return json::fromUtf8(simdjson::minify(value));
    }
}

/** Whether `text` has the form "2026-11-20T10:00:00.000+0000". By hand: nearly every text of an
 * answer is asked. */
bool isTime(QStringView text)
{
    constexpr QStringView form = u"0000-00-00T00:00:00";
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto fits = [&isDigit](QChar c, QChar wanted) {
        return wanted == u'0' ? isDigit(c) : c == wanted;
    };
    const auto haveForm = [&fits](QStringView part, QStringView wanted) {
        return part.size() == wanted.size()
            && std::equal(part.begin(), part.end(), wanted.begin(), fits);
    };
    if (text.size() < 20 || text.size() > 40 || !haveForm(text.first(form.size()), form))
        return false;
    QStringView zone = text.sliced(form.size());
    if (zone.startsWith(u'.')) {
        const auto end = std::find_if_not(zone.begin() + 1, zone.end(), isDigit);
        zone = zone.sliced(end - zone.begin());
    }
    return zone == u"Z" || haveForm(zone, u"+0000") || haveForm(zone, u"-0000")
        || haveForm(zone, u"+00:00") || haveForm(zone, u"-00:00");
}

/** The members of a document's node that an excerpt is made of, found in one walk over it. */
struct Node
{
    explicit Node(const json::Element &node)
    {
        simdjson::dom::object object;
        if (node.get(object) != simdjson::SUCCESS)
            return;
        for (const auto field : object) {
            if (field.key == "text")
                text = field.value;
            else if (field.key == "attrs")
                attributes = field.value;
            else if (field.key == "content" && field.value.is_array())
                children = field.value.get_array().value_unsafe();
        }
    }

    /** A text node's words, or what stands for a mention, a status, an emoji, a card. */
    [[nodiscard]] QString ownText() const
    {
        if (const QString line = lineOf(text); !line.isEmpty())
            return line;
        if (!attributes)
            return {};
        const QString line = json::line(*attributes, "text");
        return line.isEmpty() ? json::line(*attributes, "url") : line;
    }

    std::optional<json::Element> text;
    std::optional<json::Element> attributes;
    std::optional<simdjson::dom::array> children;
};

void appendExcerpt(QString &excerpt, const json::Element &element, qsizetype limit, int depth)
{
    if (excerpt.size() > limit || depth > deepestNode)
        return;
    const Node node(element);
    const QString own = node.ownText();
    excerpt += own;
    const auto &children = node.children;
    if (!children) {
        if (own.isEmpty()) // a line break, a rule
            excerpt += u' ';
        return;
    }
    for (const json::Element child : *children)
        appendExcerpt(excerpt, child, limit, depth + 1);
    if (!excerpt.isEmpty() && !excerpt.endsWith(u' '))
        excerpt += u' ';
}

} // namespace

QString fieldText(const json::Element &value)
{
    return textOf(value, maxDepth);
}

QString fieldCell(const json::Element &value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS
        ? day(cleanedText(json::fromUtf8(text), json::textLimit))
        : fieldText(value);
}

QString documentText(const json::Element &value)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
        return cleanedText(json::fromUtf8(text), json::textLimit);
    if (!isDocument(value))
        return {};
    const std::string raw = simdjson::minify(value);
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(raw.data(), static_cast<qsizetype>(raw.size())));
    return cleanedText(markdownFromAdf(document.object()).trimmed(), json::textLimit);
}

QString documentExcerpt(const json::Element &value, qsizetype limit)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
        return cleanedLine(json::fromUtf8(text), limit);
    QString excerpt;
    appendExcerpt(excerpt, value, limit, 0);
    return cleanedLine(excerpt.trimmed(), limit);
}

QString shortTime(const QString &text)
{
    return isTime(text) ? text.first(10) + u' ' + text.sliced(11, 5) : text;
}

QString day(const QString &text)
{
    return isTime(text) ? text.first(10) : text;
}

} // namespace fairlead::providers::jira
