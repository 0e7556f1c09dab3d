// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/mcp/plainmarkdown.h"

#include "tests/sandbox/jira/adf.h"

#include <QJsonArray>
#include <QStringList>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject node(const QString &type, const QJsonArray &content)
{
    return {{u"type"_s, type}, {u"content"_s, content}};
}

QJsonArray textNodes(const QString &text)
{
    if (text.isEmpty())
        return {};
    return {QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}};
}

/** Lines become one paragraph with breaks between them. */
QJsonObject paragraph(const QStringList &lines)
{
    QJsonArray content;
    for (const QString &line : lines) {
        if (!content.isEmpty())
            content.append(QJsonObject{{u"type"_s, u"hardBreak"_s}});
        for (const auto &text : textNodes(line))
            content.append(text);
    }
    return node(u"paragraph"_s, content);
}

qsizetype headingLevel(const QString &line)
{
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    return level <= 6 && level < line.size() && line[level] == u' ' ? level : 0;
}

/** Reads blocks one after the other. */
class Reader final
{
public:
    explicit Reader(const QString &markdown)
        : m_lines(markdown.split(u'\n'))
    {}

    [[nodiscard]] QJsonArray blocks()
    {
        QJsonArray blocks;
        while (m_at < m_lines.size()) {
            const QString &line = m_lines[m_at];
            if (line.trimmed().isEmpty())
                ++m_at;
            else if (const auto level = headingLevel(line); level > 0)
                blocks.append(heading(level));
            else if (line.startsWith("```"_L1))
                blocks.append(code());
            else if (line.startsWith("- "_L1))
                blocks.append(list());
            else
                blocks.append(plain());
        }
        return blocks;
    }

private:
    [[nodiscard]] QJsonObject heading(qsizetype level)
    {
        QJsonObject block = node(u"heading"_s, textNodes(m_lines[m_at++].mid(level + 1)));
        block[u"attrs"_s] = QJsonObject{{u"level"_s, level}};
        return block;
    }

    [[nodiscard]] QJsonObject code()
    {
        QStringList lines;
        for (++m_at; m_at < m_lines.size() && !m_lines[m_at].startsWith("```"_L1); ++m_at)
            lines.append(m_lines[m_at]);
        ++m_at;
        return node(u"codeBlock"_s, textNodes(lines.join(u'\n')));
    }

    [[nodiscard]] QJsonObject list()
    {
        QJsonArray items;
        for (; m_at < m_lines.size() && m_lines[m_at].startsWith("- "_L1); ++m_at)
            items.append(node(u"listItem"_s, {paragraph({m_lines[m_at].mid(2)})}));
        return node(u"bulletList"_s, items);
    }

    [[nodiscard]] QJsonObject plain()
    {
        QStringList lines;
        for (; m_at < m_lines.size() && !m_lines[m_at].trimmed().isEmpty(); ++m_at)
            lines.append(m_lines[m_at]);
        return paragraph(lines);
    }

    QStringList m_lines;
    qsizetype m_at = 0;
};

QString inlineText(const QJsonArray &content)
{
    QString text;
    for (const auto &part : content)
        text += part[u"type"_s] == "hardBreak"_L1 ? u"\n"_s : part[u"text"_s].toString();
    return text;
}

QString blockText(const QJsonObject &block)
{
    const QString type = block["type"_L1].toString();
    const QJsonArray content = block["content"_L1].toArray();
    if (type == "heading"_L1)
        return QString(block["attrs"_L1]["level"_L1].toInt(), u'#') + u' ' + inlineText(content);
    if (type == "codeBlock"_L1)
        return u"```\n%1\n```"_s.arg(inlineText(content));
    if (type == "paragraph"_L1)
        return inlineText(content);
    if (type != "bulletList"_L1)
        return adfText(QJsonObject{{u"type"_s, u"doc"_s}, {u"content"_s, QJsonArray{block}}});
    QStringList items;
    for (const auto &item : content)
        items.append(u"- "_s + blockText(item[u"content"_s][0].toObject()));
    return items.join(u'\n');
}

} // namespace

QJsonObject adfFromPlainMarkdown(const QString &markdown)
{
    return {{u"type"_s, u"doc"_s}, {u"version"_s, 1}, {u"content"_s, Reader(markdown).blocks()}};
}

QString plainMarkdownFromAdf(const QJsonObject &document)
{
    QStringList blocks;
    const QJsonArray content = document["content"_L1].toArray();
    for (const auto &block : content)
        blocks.append(blockText(block.toObject()));
    return blocks.join(u"\n\n"_s);
}

} // namespace fairlead::sandbox
