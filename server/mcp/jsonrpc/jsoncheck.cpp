// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/jsoncheck.h"

#include "server/mcp/jsonrpc/stringcheck.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

QString describe(StringFault fault)
{
    switch (fault) {
    case StringFault::None:
        break;
    case StringFault::Unfinished:
        return u"A text is not finished"_s;
    case StringFault::ControlCharacter:
        return u"A text holds a raw control character, which must be written as an escape"_s;
    case StringFault::Escape:
        return u"A text holds an escape that JSON does not have"_s;
    case StringFault::Surrogate:
        return u"A text holds half of a surrogate pair"_s;
    case StringFault::Utf8:
        return u"A text is not valid UTF-8"_s;
    }
    return {};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** What a text without its quotes stands for, in UTF-8. */
std::string plainText(QByteArrayView written)
{
    const auto document = QJsonDocument::fromJson("[\"" + written.toByteArray() + "\"]");
    return document.array().first().toString().toStdString();
}

/** One pass over a JSON text. */
class Scanner
{
public:
    Scanner(QByteArrayView json, const JsonLimits &limits)
        : m_json(json)
        , m_limits(limits)
    {}

    [[nodiscard]] std::optional<RpcError> run();

private:
    /** What may come next. */
    enum class Expected { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    struct Level
    {
        bool isObject = false;
        std::set<std::string> keys;
    };

    void step();
    void value();
    void open(bool isObject);
    void close(char bracket);
    void key();
    void text();
    void number();
    void literal(QByteArrayView word);
    void digits();
    void valueEnded();
    void skipSpace();
    [[nodiscard]] char current() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void fail(RpcCode code, const QString &what);
    void failParsing(const QString &what) { fail(RpcCode::ParseError, what); }

    QByteArrayView m_json;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    Expected m_expected = Expected::Value;
    std::vector<Level> m_levels;
    std::optional<RpcError> m_error;
};

void Scanner::fail(RpcCode code, const QString &what)
{
    if (!m_error)
        m_error = RpcError{code, u"%1 (at byte %2)."_s.arg(what).arg(m_at)};
}

std::optional<RpcError> Scanner::run()
{
    if (m_json.size() > m_limits.bytes)
        return RpcError{RpcCode::ParseError,
                        u"The message is longer than %1 bytes."_s.arg(m_limits.bytes)};
    skipSpace();
    while (!m_error && m_at < m_json.size()) {
        step();
        skipSpace();
    }
    if (!m_error && m_expected != Expected::Nothing)
        failParsing(m_json.isEmpty() ? u"The message is empty"_s : u"The JSON is not finished"_s);
    return m_error;
}

void Scanner::skipSpace()
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (m_at < m_json.size() && isSpace(m_json[m_at]))
        ++m_at;
}

void Scanner::step()
{
    const char c = current();
    const bool mayEnd = m_expected == Expected::ValueOrEnd || m_expected == Expected::KeyOrEnd
        || m_expected == Expected::CommaOrEnd;
    if (mayEnd && (c == ']' || c == '}')) {
        close(c);
        return;
    }
    switch (m_expected) {
    case Expected::Value:
    case Expected::ValueOrEnd:
        value();
        return;
    case Expected::Key:
    case Expected::KeyOrEnd:
        key();
        return;
    case Expected::Colon:
        if (c != ':')
            return failParsing(u"A colon is missing"_s);
        m_expected = Expected::Value;
        break;
    case Expected::CommaOrEnd:
        if (c != ',')
            return failParsing(u"A comma or a closing bracket is missing"_s);
        m_expected = m_levels.back().isObject ? Expected::Key : Expected::Value;
        break;
    case Expected::Nothing:
        return failParsing(u"Something follows the JSON value"_s);
    }
    ++m_at;
}

void Scanner::value()
{
    if (++m_values > m_limits.values)
        return fail(RpcCode::InvalidRequest,
                    u"The message has more than %1 values"_s.arg(m_limits.values));
    switch (current()) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        return text();
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return literal("null");
    default:
        return number();
    }
}

void Scanner::open(bool isObject)
{
    if (static_cast<int>(m_levels.size()) >= m_limits.depth)
        return failParsing(u"The JSON is nested more than %1 levels deep"_s.arg(m_limits.depth));
    m_levels.push_back({isObject, {}});
    m_expected = isObject ? Expected::KeyOrEnd : Expected::ValueOrEnd;
    ++m_at;
}

void Scanner::close(char bracket)
{
    if (m_levels.back().isObject != (bracket == '}'))
        return failParsing(u"A closing bracket is of the wrong kind"_s);
    m_levels.pop_back();
    ++m_at;
    valueEnded();
}

void Scanner::valueEnded()
{
    m_expected = m_levels.empty() ? Expected::Nothing : Expected::CommaOrEnd;
}

void Scanner::text()
{
    const CheckedString checked = checkString(m_json, m_at);
    if (checked.fault != StringFault::None) {
        m_at = checked.end;
        return failParsing(describe(checked.fault));
    }
    m_at = checked.end;
    valueEnded();
}

void Scanner::key()
{
    if (current() != '"')
        return failParsing(u"A key in quotes is missing"_s);
    const qsizetype start = m_at;
    const CheckedString checked = checkString(m_json, start);
    m_at = checked.end;
    if (checked.fault != StringFault::None)
        return failParsing(describe(checked.fault));
    const QByteArrayView written = m_json.sliced(start + 1, checked.end - start - 2);
    std::string name(written.begin(), written.end());
    // "a" and "\u0061" are the same key.
    if (checked.escaped)
        name = plainText(written);
    if (!m_levels.back().keys.insert(std::move(name)).second)
        return fail(RpcCode::InvalidRequest, u"A key is given twice in one object"_s);
    m_expected = Expected::Colon;
}

void Scanner::literal(QByteArrayView word)
{
    if (!m_json.sliced(m_at).startsWith(word))
        return failParsing(u"A value is missing"_s);
    m_at += word.size();
    valueEnded();
}

void Scanner::digits()
{
    if (!isDigit(current()))
        return failParsing(u"A number is not well formed"_s);
    while (isDigit(current()))
        ++m_at;
}

void Scanner::number()
{
    const bool negative = current() == '-';
    if (!negative && !isDigit(current()))
        return failParsing(u"A value is missing"_s);
    if (negative)
        ++m_at;
    if (current() == '0')
        ++m_at;
    else
        digits();
    if (current() == '.') {
        ++m_at;
        digits();
    }
    if (current() == 'e' || current() == 'E') {
        ++m_at;
        if (current() == '+' || current() == '-')
            ++m_at;
        digits();
    }
    valueEnded();
}

} // namespace

std::optional<RpcError> checkJson(QByteArrayView json, const JsonLimits &limits)
{
    return Scanner(json, limits).run();
}

} // namespace fairlead::mcp
