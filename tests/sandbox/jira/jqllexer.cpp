// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jqllexer.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto reserved = "@#$%^&*;`?{}[]|\\"_L1;
constexpr auto symbolStarts = "=!<>~(),"_L1;

/** Walks over the text once and keeps line and column. */
class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {}

    Result<QList<JqlToken>> run()
    {
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            if (const Result<> read = readToken(); !read)
                return tl::unexpected(read.error());
        }
        m_tokens.append(tokenHere(JqlToken::Kind::End));
        return m_tokens;
    }

private:
    [[nodiscard]] JqlToken tokenHere(JqlToken::Kind kind) const
    {
        return {.kind = kind, .text = {}, .line = m_line, .column = m_column};
    }

    QChar advance()
    {
        const QChar c = m_text[m_at++];
        if (c == u'\n') {
            ++m_line;
            m_column = 1;
        } else {
            ++m_column;
        }
        return c;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            advance();
    }

    Result<> readToken()
    {
        const QChar c = m_text[m_at];
        if (c == u'"' || c == u'\'')
            return readQuoted();
        if (symbolStarts.contains(c))
            return readSymbol();
        if (reserved.contains(c))
            return failure(ErrorCode::InvalidInput,
                           u"Error in the JQL Query: The character '%1' is a reserved JQL "
                           "character. You must enclose it in a string or use the escape "
                           "'\\u%2' instead. %3"_s.arg(c)
                               .arg(c.unicode(), 4, 16, QChar(u'0'))
                               .arg(tokenHere(JqlToken::Kind::End).place()));
        JqlToken token = tokenHere(JqlToken::Kind::Word);
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u'"'
               && m_text[m_at] != u'\'' && !symbolStarts.contains(m_text[m_at])
               && !reserved.contains(m_text[m_at]))
            token.text += advance();
        m_tokens.append(token);
        return {};
    }

    Result<> readQuoted()
    {
        JqlToken token = tokenHere(JqlToken::Kind::Quoted);
        const QChar quote = advance();
        while (m_at < m_text.size()) {
            QChar c = advance();
            if (c == quote) {
                m_tokens.append(token);
                return {};
            }
            if (c == u'\\' && m_at < m_text.size())
                c = advance();
            token.text += c;
        }
        return failure(ErrorCode::InvalidInput,
                       u"Error in the JQL Query: The quoted string '%1' has not been completed. "
                       "%2"_s.arg(token.text, token.place()));
    }

    Result<> readSymbol()
    {
        JqlToken token = tokenHere(JqlToken::Kind::Symbol);
        token.text = advance();
        const QChar next = m_at < m_text.size() ? m_text[m_at] : QChar();
        if ((token.text == "!"_L1 && (next == u'=' || next == u'~'))
            || ((token.text == "<"_L1 || token.text == ">"_L1) && next == u'='))
            token.text += advance();
        m_tokens.append(token);
        return {};
    }

    const QString &m_text;
    QList<JqlToken> m_tokens;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_column = 1;
};

} // namespace

QString JqlToken::place() const
{
    return u"(line %1, character %2)"_s.arg(line).arg(column);
}

Result<QList<JqlToken>> jqlTokens(const QString &text)
{
    return Lexer(text).run();
}

} // namespace fairlead::sandbox
