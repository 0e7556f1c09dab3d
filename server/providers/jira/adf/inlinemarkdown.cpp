// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlinemarkdown.h"

#include "server/providers/jira/adf/markdownescape.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <span>
#include <vector>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

enum Mark : unsigned {
    Strong = 1,
    Em = 2,
    Strike = 4,
    Underline = 8,
    Sub = 16,
    Sup = 32,
    Code = 64
};

struct MarkSyntax
{
    Mark mark;
    QLatin1StringView delimiter;
    QLatin1StringView tag;
};

/** From the outermost to the innermost; a mark without a delimiter is written as its tag. */
constexpr std::array markSyntaxes{
    MarkSyntax{Strong, "**"_L1, "b"_L1},
    MarkSyntax{Em, "*"_L1, "i"_L1},
    MarkSyntax{Strike, "~~"_L1, "s"_L1},
    MarkSyntax{Underline, {}, "u"_L1},
    MarkSyntax{Sub, {}, "sub"_L1},
    MarkSyntax{Sup, {}, "sup"_L1},
};

/** A piece of a line: text with its marks, a line break, or a marker that is Markdown already. */
struct Run
{
    enum class Kind { Text, Break, Marker };
    Kind kind = Kind::Text;
    QString text;
    unsigned marks = 0;
    QString link;
};

using Runs = std::span<const Run>;

unsigned markFor(const QJsonObject &mark)
{
    const QString type = mark["type"_L1].toString();
    if (type == "strong"_L1)
        return Strong;
    if (type == "em"_L1)
        return Em;
    if (type == "strike"_L1)
        return Strike;
    if (type == "underline"_L1)
        return Underline;
    if (type == "code"_L1)
        return Code;
    if (type == "subsup"_L1)
        return mark["attrs"_L1]["type"_L1].toString() == "sub"_L1 ? Sub : Sup;
    return 0;
}

QString statusMarker(const QJsonObject &attributes, bool inTable)
{
    QString text = attributes["text"_L1].toString().simplified();
    text.replace(u'[', u'(').replace(u']', u')');
    if (text.isEmpty())
        return {};
    const QString color = attributes["color"_L1].toString();
    static const QRegularExpression known(u"^(?:purple|blue|red|yellow|green|#[0-9a-fA-F]{6})$"_s);
    const QString prefix =
        known.match(color).hasMatch() ? u"[STATUS("_s + color + u"): "_s : u"[STATUS: "_s;
    return prefix + escapedText(text, u' ', u']', escapeContext(text, true, inTable)) + u']';
}

QString dateMarker(const QJsonObject &attributes)
{
    bool ok = false;
    const qint64 milliseconds = attributes["timestamp"_L1].toVariant().toString().toLongLong(&ok);
    const QDate date = ok ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).date() : QDate();
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    return u"[DATE: "_s + date.toString(Qt::ISODate) + u']';
}

QString bracketedText(const QString &text, bool inTable)
{
    EscapeContext context = escapeContext(text, true, inTable);
    context.brackets = true;
    return escapedText(text, u'[', u']', context);
}

QString mentionMarker(const QJsonObject &attributes, bool inTable)
{
    QString name = attributes["text"_L1].toString().simplified();
    while (name.startsWith(u'@'))
        name.remove(0, 1);
    const QString id = attributes["id"_L1].toString();
    if (id.isEmpty())
        return bracketedText(u'@' + name, inTable);
    return u"[@"_s + bracketedText(name, inTable) + u"]("_s
        + linkDestination(u"accountid:"_s + id, inTable) + u')';
}

QString cardMarker(const QJsonObject &attributes, bool inTable)
{
    const QString url = attributes["url"_L1].toString();
    static const QRegularExpression plain(u"^https?://[^\\s<>|\\\\]+$"_s);
    if (plain.match(url).hasMatch())
        return u'<' + url + u'>';
    return isLinkableTarget(url)
        ? u'[' + bracketedText(url, inTable) + u"]("_s + linkDestination(url, inTable) + u')'
        : QString();
}

/** The marker of an inline node that is neither text nor a break; empty if it has none. */
QString markerFor(const QString &type, const QJsonObject &node, bool inTable)
{
    const QJsonObject attributes = node["attrs"_L1].toObject();
    if (type == "mention"_L1)
        return mentionMarker(attributes, inTable);
    if (type == "status"_L1)
        return statusMarker(attributes, inTable);
    if (type == "date"_L1)
        return dateMarker(attributes);
    if (type == "inlineCard"_L1 || type == "blockCard"_L1 || type == "embedCard"_L1)
        return cardMarker(attributes, inTable);
    if (type == "mediaInline"_L1 || type == "media"_L1)
        return mediaMarkdown(node, inTable);
    return {};
}

/** What can be read of a node that has no form of its own. */
QString readableText(const QJsonObject &node)
{
    const QJsonObject attributes = node["attrs"_L1].toObject();
    for (const auto key : {"text"_L1, "shortName"_L1, "title"_L1, "url"_L1, "timestamp"_L1}) {
        if (const QString text = attributes[key].toString(); !text.isEmpty())
            return text;
    }
    if (const QString text = node["text"_L1].toString(); !text.isEmpty())
        return text;
    return plainText(node["content"_L1].toArray());
}

void appendText(std::vector<Run> &runs, const QString &text, unsigned marks, const QString &link)
{
    if (text.isEmpty())
        return;
    if (!runs.empty() && runs.back().kind == Run::Kind::Text && runs.back().marks == marks
        && runs.back().link == link)
        runs.back().text += text;
    else
        runs.push_back({Run::Kind::Text, text, marks, link});
}

void appendTextNode(std::vector<Run> &runs, const QJsonObject &node)
{
    unsigned marks = 0;
    QString link;
    for (const QJsonValue value : node["marks"_L1].toArray()) {
        const QJsonObject mark = value.toObject();
        marks |= markFor(mark);
        if (mark["type"_L1].toString() == "link"_L1)
            link = mark["attrs"_L1]["href"_L1].toString();
    }
    if (marks & Code)
        marks = Code;
    QString text = node["text"_L1].toString();
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(0), QChar(0xFFFD));
    QString suffix;
    if (!link.isEmpty() && !isLinkableTarget(link)) {
        suffix = text == link ? QString() : u" ("_s + link + u')';
        link.clear();
    }
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            runs.push_back({Run::Kind::Break, {}, 0, link});
        appendText(runs, lines[i], marks, link);
    }
    appendText(runs, suffix, 0, {});
}

std::vector<Run> runsFrom(const QJsonArray &nodes, bool inTable)
{
    std::vector<Run> runs;
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QString type = node["type"_L1].toString();
        if (type == "text"_L1) {
            appendTextNode(runs, node);
        } else if (type == "hardBreak"_L1) {
            runs.push_back({Run::Kind::Break, {}, 0, {}});
        } else if (const QString marker = markerFor(type, node, inTable); !marker.isEmpty()) {
            runs.push_back({Run::Kind::Marker, marker, 0, {}});
        } else if (const QString text = readableText(node); !text.isEmpty()) {
            appendText(runs, text, 0, {});
        } else if (!type.isEmpty() && type != "mention"_L1 && type != "status"_L1) {
            appendText(runs, u"[unsupported: "_s + type + u']', 0, {});
        }
    }
    return runs;
}

/** Writes runs as Markdown, from the outermost mark (links) to the innermost (code). */
class InlineRenderer
{
public:
    InlineRenderer(Runs runs, InlinePlace place)
        : m_runs(runs)
        , m_inTable(place == InlinePlace::TableCell)
    {
        QString plain;
        bool marked = false;
        for (const Run &run : runs) {
            plain += run.kind == Run::Kind::Text ? run.text : u" "_s;
            marked = marked || run.marks != 0;
        }
        m_context = escapeContext(plain, marked, m_inTable);
    }

    QString render() { return renderLinks(); }

private:
    using Iterator = Runs::iterator;

    /** The characters on both sides of a stretch, which decide what a delimiter next to them is. */
    struct Neighbours
    {
        QChar before;
        QChar after;
    };
    /** Inside a delimiter of its own a stretch may begin and end with anything. */
    static constexpr Neighbours wrapper{u'(', u')'};

    QString renderLinks()
    {
        QString out;
        for (auto run = m_runs.begin(); run != m_runs.end();) {
            auto end = run;
            while (end != m_runs.end() && end->link == run->link)
                ++end;
            const Neighbours around{lastOf(out, u' '),
                                    end == m_runs.end() ? u' ' : firstOf(*end, 0)};
            if (run->link.isEmpty()) {
                out += renderMarks(run, end, 0, around);
            } else {
                const QString link = renderLink(run, end, around);
                if (link.startsWith(u'[') && out.endsWith(u'!'))
                    out.insert(out.size() - 1, u'\\');
                out += link;
            }
            run = end;
        }
        return out;
    }

    QString renderLink(Iterator begin, Iterator end, Neighbours around)
    {
        const bool alone = std::next(begin) == end && begin->marks == 0;
        if (alone && canStandBare(begin->text, begin->link, around))
            return begin->text;
        const EscapeContext outside = m_context;
        m_context.brackets = true;
        const QString inner = renderMarks(begin, end, 0, wrapper);
        m_context = outside;
        const QString trimmed = inner.trimmed();
        if (trimmed.isEmpty())
            return inner;
        const qsizetype lead = inner.indexOf(trimmed);
        return inner.left(lead) + u'[' + trimmed + u"]("_s + linkDestination(begin->link, m_inTable)
            + u')' + inner.mid(lead + trimmed.size());
    }

    /** Whether GitHub's Markdown makes exactly this link of the bare text. */
    static bool canStandBare(const QString &text, const QString &link, Neighbours around)
    {
        static const QRegularExpression address(
            u"^https?://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9/.%=?-]*)?(?<=[A-Za-z0-9/])$"_s);
        static const QRegularExpression mail(
            u"^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*@[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)+$"_s);
        if (!around.before.isSpace() || !around.after.isSpace())
            return false;
        return (text == link && address.match(text).hasMatch())
            || (link == "mailto:"_L1 + text && mail.match(text).hasMatch());
    }

    QString renderMarks(Iterator begin, Iterator end, std::size_t level, Neighbours around)
    {
        if (level == markSyntaxes.size())
            return renderRuns(begin, end, around);
        const unsigned mark = markSyntaxes[level].mark;
        QString out;
        for (auto run = begin; run != end;) {
            auto last = run;
            while (last != end && (last->marks & mark) == (run->marks & mark))
                ++last;
            const Neighbours here{lastOf(out, around.before),
                                  last == end ? around.after : firstOf(*last, level)};
            if (run->marks & mark)
                out += wrapped(renderMarks(run, last, level + 1, wrapper), here, level);
            else
                out += renderMarks(run, last, level + 1, here);
            run = last;
        }
        return out;
    }

    /** Spaces cannot stand just inside a delimiter, so they move out of it. */
    static QString wrapped(const QString &inner, Neighbours around, std::size_t level)
    {
        const QString text = inner.trimmed();
        if (text.isEmpty())
            return inner;
        const MarkSyntax &syntax = markSyntaxes[level];
        const qsizetype lead = inner.indexOf(text);
        const QString tail = inner.mid(lead + text.size());
        if (lead > 0)
            around.before = u' ';
        if (!tail.isEmpty())
            around.after = u' ';
        const bool delimited = !syntax.delimiter.isEmpty() && canDelimit(text, around, syntax);
        const QString open = delimited ? QString(syntax.delimiter) : u'<' + syntax.tag + u'>';
        const QString close = delimited ? QString(syntax.delimiter) : u"</"_s + syntax.tag + u'>';
        return inner.left(lead) + open + text + close + tail;
    }

    /**
     * Whether `**text**` would be read as meant: punctuation on the inside needs a space or
     * punctuation on the outside, and two runs of the same delimiter must not touch.
     */
    static bool canDelimit(const QString &text, Neighbours around, const MarkSyntax &syntax)
    {
        const QChar delimiter = syntax.delimiter.front();
        return around.before != delimiter && around.after != delimiter
            && flanks(around.before, text.front()) && flanks(around.after, text.back());
    }

    static bool flanks(QChar outside, QChar inside)
    {
        return inside.isLetterOrNumber() || outside.isSpace() || isPlainPunctuation(outside);
    }

    static bool isPlainPunctuation(QChar c)
    {
        return c.unicode() < 128 && c.unicode() > 32 && !c.isLetterOrNumber();
    }

    QString renderRuns(Iterator begin, Iterator end, Neighbours around)
    {
        QString out;
        for (auto run = begin; run != end; ++run) {
            const auto next = std::next(run);
            const QChar after = next == end ? around.after : firstOf(*next, markSyntaxes.size());
            if (run->kind == Run::Kind::Break)
                out += u'\n';
            else if (run->kind == Run::Kind::Marker)
                out += run->text;
            else if (run->marks & Code)
                out += codeSpan(run->text, m_inTable);
            else
                out += escapedText(run->text, lastOf(out, around.before), after, m_context);
        }
        return out;
    }

    static QChar lastOf(const QString &out, QChar fallback)
    {
        return out.isEmpty() ? fallback : out.back();
    }

    /** The character that a run begins with, when the marks from this level on are still to open.
     */
    static QChar firstOf(const Run &run, std::size_t level)
    {
        if (run.kind == Run::Kind::Break || run.text.front().isSpace())
            return u' ';
        if (level == 0 && !run.link.isEmpty())
            return u'[';
        for (; level < markSyntaxes.size(); ++level) {
            const MarkSyntax &syntax = markSyntaxes[level];
            if (run.marks & syntax.mark)
                return syntax.delimiter.isEmpty() ? u'<' : QChar(syntax.delimiter.front());
        }
        return run.marks & Code ? QChar(u'`') : run.text.front();
    }

    Runs m_runs;
    bool m_inTable;
    EscapeContext m_context;
};

/** Turns the renderer's newlines into what a break is written as here; see adfwriter.h. */
QString withBreaks(const QString &rendered, InlinePlace place)
{
    QStringList lines;
    for (const QString &line : rendered.split(u'\n'))
        lines << line.trimmed();
    if (place != InlinePlace::Paragraph)
        return lines.join("<br>"_L1);
    QString text = escapedLineStart(lines.first());
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const bool plain = !text.isEmpty() && !lines[i].isEmpty();
        text += plain ? u'\n' + escapedLineStart(lines[i]) : u"<br>"_s + lines[i];
    }
    return text;
}

} // namespace

bool isLinkableTarget(QStringView target)
{
    return target.startsWith("http://"_L1, Qt::CaseInsensitive)
        || target.startsWith("https://"_L1, Qt::CaseInsensitive)
        || target.startsWith("mailto:"_L1, Qt::CaseInsensitive);
}

QString inlineMarkdown(const QJsonArray &nodes, InlinePlace place)
{
    const std::vector<Run> runs = runsFrom(nodes, place == InlinePlace::TableCell);
    const bool empty = std::none_of(runs.begin(), runs.end(), [](const Run &run) {
        return run.kind != Run::Kind::Break && !run.text.trimmed().isEmpty();
    });
    return empty ? QString() : withBreaks(InlineRenderer(runs, place).render(), place);
}

QString plainText(const QJsonArray &nodes)
{
    QString text;
    for (const Run &run : runsFrom(nodes, false))
        text += run.kind == Run::Kind::Break ? u" "_s : run.text;
    return text.simplified();
}

QString mediaMarkdown(const QJsonObject &media, bool inTable)
{
    const QJsonObject attributes = media["attrs"_L1].toObject();
    const QString url = attributes["url"_L1].toString();
    const QString id = attributes["id"_L1].toString();
    const QString target = id.isEmpty() ? url : u"attachment:"_s + id;
    if (target.isEmpty())
        return {};
    const QString alt = attributes["alt"_L1].toString().simplified();
    return u"!["_s + bracketedText(alt, inTable) + u"]("_s + linkDestination(target, inTable)
        + u')';
}

} // namespace fairlead::providers::jira
