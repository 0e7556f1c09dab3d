// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/tomlreader.h"

#include <QJsonArray>
#include <QJsonObject>

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
// It asserts, and with NDEBUG lets the compiler assume, that a file is right in places where it
// would report an error otherwise: a header such as [*] would end the program.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <sstream>
#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

/** Turns lines and columns, which toml++ counts in characters from 1, into bytes. */
class Positions
{
public:
    explicit Positions(QByteArrayView text)
        : m_text(text)
    {
        for (qsizetype start = 0; start < text.size(); start = nextLine(text, start))
            m_lines.push_back(start);
        m_lines.push_back(text.size());
    }

    [[nodiscard]] qsizetype byteOf(const toml::source_position &position) const
    {
        if (position.line == 0 || position.line > m_lines.size())
            return m_text.size();
        qsizetype byte = m_lines[position.line - 1];
        if (byte == 0 && m_text.startsWith("\xEF\xBB\xBF"))
            byte = 3;
        for (toml::source_index column = 1; column < position.column && byte < m_text.size();
             ++column) {
            ++byte;
            while (byte < m_text.size()
                   && (static_cast<unsigned char>(m_text[byte]) & 0xC0U) == 0x80U)
                ++byte;
        }
        return byte;
    }

private:
    QByteArrayView m_text;
    std::vector<qsizetype> m_lines;
};

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonValue scalarValue(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return fromStd(text->get());
    if (const auto *truth = node.as_boolean())
        return truth->get();
    if (const auto *number = node.as_integer())
        return static_cast<qint64>(number->get());
    // Numbers with a point, and times: only whether they stay the same matters.
    std::ostringstream written;
    node.visit([&](const auto &value) {
        if constexpr (toml::is_value<decltype(value)>)
            written << value;
    });
    return fromStd(written.str());
}

Node convert(const toml::node &from, const Positions &positions)
{
    Node node;
    node.start = positions.byteOf(from.source().begin);
    node.end = positions.byteOf(from.source().end);
    if (const auto *table = from.as_table()) {
        node.kind = Node::Kind::Object;
        node.isFlow = table->is_inline();
        QJsonObject object;
        for (auto &&[key, value] : *table) {
            Member member{.key = fromStd(key.str()),
                          .keyStart = positions.byteOf(key.source().begin),
                          .node = convert(value, positions)};
            object.insert(member.key, member.node.value);
            node.members.push_back(std::move(member));
        }
        node.value = object;
    } else if (const auto *array = from.as_array()) {
        node.kind = Node::Kind::List;
        QJsonArray list;
        for (const toml::node &item : *array) {
            Member member{.key = {}, .keyStart = 0, .node = convert(item, positions)};
            member.keyStart = member.node.start;
            node.isFlow = node.isFlow && (!item.is_table() || member.node.isFlow);
            list.append(member.node.value);
            node.members.push_back(std::move(member));
        }
        node.value = list;
    } else {
        node.value = scalarValue(from);
    }
    return node;
}

/** Where the string that begins at `start` ends, past its quotes; the text's end when it does not.
 */
qsizetype endOfString(QByteArrayView text, qsizetype start)
{
    const char quote = text[start];
    const QByteArray three(3, quote);
    const bool isLong = text.sliced(start).startsWith(three);
    const QByteArray end = isLong ? three : QByteArray(1, quote);
    for (qsizetype i = start + end.size(); i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\')
            ++i;
        else if (!isLong && text[i] == '\n')
            return i;
        else if (text.sliced(i).startsWith(end))
            return i + end.size();
    }
    return text.size();
}

/** The first character beyond ASCII that is in no string and no comment; -1: none. TOML 1.0 has
 * none there, and toml++ takes for impossible that it meets some of them. */
qsizetype foreignCharacter(QByteArrayView text)
{
    qsizetype i = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (i < text.size()) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x80)
            return i;
        if (c == '"' || c == '\'') {
            i = endOfString(text, i);
        } else if (c == '#') {
            const qsizetype end = text.indexOf('\n', i);
            i = end < 0 ? text.size() : end;
        } else {
            ++i;
        }
    }
    return -1;
}

} // namespace

Result<Node> readToml(const QByteArray &text)
{
    if (const qsizetype foreign = foreignCharacter(text); foreign >= 0)
        return failure(ErrorCode::InvalidData,
                       u"line %1 is not TOML"_s.arg(text.first(foreign).count('\n') + 1));
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    const toml::parse_result parsed = toml::parse(view);
    if (!parsed)
        return failure(ErrorCode::InvalidData,
                       u"line %1 is not TOML"_s.arg(parsed.error().source().begin.line));
    return convert(parsed.table(), Positions(text));
}

} // namespace fairlead::clients
