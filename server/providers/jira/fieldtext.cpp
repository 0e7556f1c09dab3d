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

constexpr qsizetype dayLength = 10; // of a time
constexpr size_t shortestTime = 20;
constexpr size_t longestTime = 40;

QString textOf(const json::Element &value, int depth, KnownLines *known);

/** Whether `text` has the form "2026-11-20T10:00:00.000+0000". By hand: nearly every text of an
 * answer is asked. */
bool isTime(std::string_view text)
{
    constexpr std::string_view form = "0000-00-00T00:00:00";
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto fits = [&isDigit](char c, char wanted) {
        return wanted == '0' ? isDigit(c) : c == wanted;
    };
    const auto haveForm = [&fits](std::string_view part, std::string_view wanted) {
        return part.size() == wanted.size()
            && std::equal(part.begin(), part.end(), wanted.begin(), fits);
    };
    if (text.size() < shortestTime || text.size() > longestTime
        || !haveForm(text.substr(0, form.size()), form))
        return false;
    std::string_view zone = text.substr(form.size());
    if (zone.starts_with('.'))
        zone.remove_prefix(
            size_t(std::find_if_not(zone.begin() + 1, zone.end(), isDigit) - zone.begin()));
    return zone == "Z" || haveForm(zone, "+0000") || haveForm(zone, "-0000")
        || haveForm(zone, "+00:00") || haveForm(zone, "-00:00");
}

bool isTime(QStringView text)
{
    if (text.size() < qsizetype(shortestTime) || text.size() > qsizetype(longestTime)
        || text[4] != u'-')
        return false;
    const QByteArray latin = text.toLatin1(); // a time has no other characters
    return isTime(std::string_view(latin.constData(), size_t(latin.size())));
}

/** One cleaned line; empty where there is no text. */
QString lineOf(const std::optional<json::Element> &value, KnownLines *known = nullptr)
{
    std::string_view text;
    if (!value || value->get(text) != simdjson::SUCCESS)
        return {};
    return known ? known->line(text) : cleanedLine(json::fromUtf8(text), json::lineLimit);
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

constexpr std::array<std::string_view, 9> memberNames{"displayName",
                                                      "name",
                                                      "value",
                                                      "filename",
                                                      "child",
                                                      "fields",
                                                      "type",
                                                      "outwardIssue",
                                                      "inwardIssue"};

/** A length or a letter as one bit of a set of them. */
constexpr quint32 bitOf(size_t number)
{
    return 1U << (number % 32);
}

constexpr quint32 lengthBit(std::string_view name)
{
    return bitOf(name.size());
}

constexpr quint32 letterBit(std::string_view name)
{
    return bitOf(static_cast<unsigned char>(name.front()));
}

constexpr quint32 allBits(quint32 (*bit)(std::string_view name))
{
    quint32 bits = 0;
    for (const std::string_view name : memberNames)
        bits |= bit(name);
    return bits;
}

/** False for nearly all that are none of memberNames. */
bool mayBeMember(std::string_view key)
{
    constexpr quint32 lengths = allBits(lengthBit);
    constexpr quint32 letters = allBits(letterBit);
    return !key.empty() && (lengths & lengthBit(key)) != 0 && (letters & letterBit(key)) != 0;
}

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
            // Nearly all keys are others: their length and first letter tell them apart.
            if (!mayBeMember(key))
                continue;
            const auto known = std::find(memberNames.begin(), memberNames.end(), key);
            if (known != memberNames.end() && !field.value.is_null())
                m_values[size_t(known - memberNames.begin())] = field.value;
        }
    }

    [[nodiscard]] const std::optional<json::Element> &at(Member member) const
    {
        return m_values[size_t(member)];
    }

    [[nodiscard]] QString line(Member member, KnownLines *known) const
    {
        return lineOf(at(member), known);
    }

private:
    std::array<std::optional<json::Element>, memberNames.size()> m_values;
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

QString objectText(const json::Element &value, int depth, KnownLines *known)
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
        QString text = members.line(named, known);
        if (text.isEmpty())
            continue;
        const auto &child = members.at(Member::Child);
        return child && depth > 0 ? u"%1 / %2"_s.arg(text, textOf(*child, depth - 1, known)) : text;
    }
    for (const char *const key : {"votes", "watchCount"}) {
        if (const qint64 count = json::number(value, key, -1); count >= 0)
            return count == 0 ? QString() : QString::number(count);
    }
    const std::string raw = simdjson::minify(value);
    return raw == "{}" ? QString() : cleanedLine(json::fromUtf8(raw), rawLimit);
}

QString listText(const simdjson::dom::array &list, int depth, KnownLines *known)
{
    QStringList texts;
    for (const json::Element element : list) {
        const QString text = textOf(element, depth, known);
        if (!text.isEmpty())
            texts.append(text);
    }
    return cleanedLine(texts.join(u", "_s), 4 * json::lineLimit);
}

QString textOf(const json::Element &value, int depth, KnownLines *known)
{
    switch (value.type()) {
    case simdjson::dom::element_type::STRING: {
        std::string_view text;
        return value.get(text) == simdjson::SUCCESS
            ? shortTime(cleanedText(json::fromUtf8(text), json::textLimit))
            : QString();
    }
    case simdjson::dom::element_type::OBJECT:
        return objectText(value, depth, known);
    case simdjson::dom::element_type::ARRAY: {
        simdjson::dom::array list;
        return depth > 0 && value.get(list) == simdjson::SUCCESS ? listText(list, depth - 1, known)
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

QString KnownLines::line(std::string_view utf8)
{
    const auto found = m_lines.find(utf8);
    if (found != m_lines.end())
        return found->second;
    QString line = cleanedLine(json::fromUtf8(utf8), json::lineLimit);
    // Bounded, because whoever writes the texts could choose them so that looking one up is slow.
    if (m_lines.size() < mostKept)
        m_lines.emplace(utf8, line);
    return line;
}

QString fieldText(const json::Element &value)
{
    return textOf(value, maxDepth, nullptr);
}

QString fieldCell(const json::Element &value, KnownLines &known)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
        return textOf(value, maxDepth, &known);
    if (isTime(text))
        return QString::fromLatin1(text.data(), dayLength);
    return day(cleanedText(json::fromUtf8(text), json::textLimit));
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
    return isTime(text) ? text.first(dayLength) + u' ' + text.sliced(11, 5) : text;
}

QString day(const QString &text)
{
    return isTime(text) ? text.first(dayLength) : text;
}

} // namespace fairlead::providers::jira
