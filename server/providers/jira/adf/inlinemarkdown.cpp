// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlinemarkdown.h"

#include "server/providers/jira/adf/inlineruns.h"
#include "server/providers/jira/adf/markdownescape.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

struct MarkSyntax
{
    Mark mark = {};
    QLatin1StringView delimiter;
    QLatin1StringView tag;
};

/** From the outermost to the innermost; a mark without a delimiter is written as its tag. */
constexpr std::array markSyntaxes{
    MarkSyntax{Color, {}, "span"_L1},
    MarkSyntax{Background, {}, "span"_L1},
    MarkSyntax{Strong, "**"_L1, "b"_L1},
    MarkSyntax{Em, "*"_L1, "i"_L1},
    MarkSyntax{Strike, "~~"_L1, "s"_L1},
    MarkSyntax{Link, {}, {}},
    MarkSyntax{Underline, {}, "u"_L1},
    MarkSyntax{Sub, {}, "sub"_L1},
    MarkSyntax{Sup, {}, "sup"_L1},
};

using Runs = std::span<const Run>;

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
            // A backtick ends code even where it is escaped, so those of markers count too.
            const qsizetype backticks = run.text.count(u'`') + run.look.link.count(u'`');
            plain += run.kind == Run::Kind::Text ? run.text : QString(backticks, u'`') + u' ';
            marked = marked || run.look != TextLook();
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
    static constexpr QChar wrapperEdge{0xFDD1};
    static constexpr Neighbours wrapper{wrapperEdge, wrapperEdge};

    /** Links whose text is not of one style stand outside of it, the others in it. */
    QString renderLinks()
    {
        QString out;
        for (auto run = m_runs.begin(); run != m_runs.end();) {
            auto end = run;
            while (end != m_runs.end() && outerLink(*end) == outerLink(*run))
                ++end;
            const Neighbours around{lastOf(out, u' '),
                                    end == m_runs.end() ? u' ' : firstOutside(*end)};
            out += outerLink(*run).isEmpty() ? renderMarks(run, end, 0, around)
                                             : renderLink(run, end, 0, around);
            run = end;
        }
        return out;
    }

    static QString outerLink(const Run &run) { return run.linkOutside ? run.look.link : QString(); }

    QString renderLink(Iterator begin, Iterator end, std::size_t level, Neighbours around)
    {
        const TextLook &look = begin->look;
        const bool alone = std::next(begin) == end && (look.marks & ~textStyle) == 0;
        if (alone && canStandBare(begin->text, look, around))
            return begin->text;
        const EscapeContext outside = m_context;
        m_context.brackets = true;
        const QString inner = renderMarks(begin, end, level, wrapper);
        m_context = outside;
        const QString trimmed = inner.trimmed();
        if (trimmed.isEmpty())
            return inner;
        const qsizetype lead = inner.indexOf(trimmed);
        return inner.left(lead) + u'[' + trimmed + u"]("_s + linkDestination(look.link, m_inTable)
            + u')' + inner.mid(lead + trimmed.size());
    }

    /** Whether GitHub's Markdown makes exactly this link of the bare text. */
    static bool canStandBare(const QString &text, const TextLook &look, Neighbours around)
    {
        static const QRegularExpression address(
            u"^https?://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9/.%=?-]*)?(?<=[A-Za-z0-9/])$"_s);
        static const QRegularExpression mail(
            u"^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*@[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)+$"_s);
        const bool colored = !look.color.isEmpty() || !look.background.isEmpty();
        if (!around.before.isSpace() || !around.after.isSpace() || colored)
            return false;
        return (text == look.link && address.match(text).hasMatch())
            || (look.link == "mailto:"_L1 + text && mail.match(text).hasMatch());
    }

    QString renderMarks(Iterator begin, Iterator end, std::size_t level, Neighbours around)
    {
        if (level == markSyntaxes.size())
            return renderRuns(begin, end, around);
        const Mark mark = markSyntaxes[level].mark;
        QString out;
        for (auto run = begin; run != end;) {
            auto last = run;
            while (last != end && valueOf(*last, mark) == valueOf(*run, mark))
                ++last;
            const Neighbours here{lastOf(out, around.before),
                                  last == end ? around.after : firstOf(*last, level)};
            if (valueOf(*run, mark).isEmpty())
                out += renderMarks(run, last, level + 1, here);
            else if (mark == Link)
                out += renderLink(run, last, level + 1, here);
            else
                out += wrapped(renderMarks(run, last, level + 1, wrapper), here, level, run->look);
            run = last;
        }
        return out;
    }

    /** What the run has of a mark; empty if it does not have it. */
    static QString valueOf(const Run &run, Mark mark)
    {
        switch (mark) {
        case Link:
            return run.linkOutside ? QString() : run.look.link;
        case Color:
            return run.look.color;
        case Background:
            return run.look.background;
        default:
            return (run.look.marks & mark) != 0 ? u"1"_s : QString();
        }
    }

    static QString openingTag(const MarkSyntax &syntax, const TextLook &look)
    {
        if (syntax.mark == Color)
            return u"<span style=\"color:"_s + look.color + u"\">"_s;
        if (syntax.mark == Background)
            return u"<span style=\"background:"_s + look.background + u"\">"_s;
        return u'<' + syntax.tag + u'>';
    }

    /** Spaces cannot stand just inside a delimiter, so they move out of it. */
    static QString wrapped(const QString &inner,
                           Neighbours around,
                           std::size_t level,
                           const TextLook &look)
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
        const bool delimited =
            !syntax.delimiter.isEmpty() && canDelimit(text, around, syntax, look.marks);
        const QString open = delimited ? QString(syntax.delimiter) : openingTag(syntax, look);
        const QString close = delimited ? QString(syntax.delimiter) : u"</"_s + syntax.tag + u'>';
        return inner.left(lead) + open + text + close + tail;
    }

    /**
     * Whether `**text**` would be read as meant: punctuation on the inside needs a space or
     * punctuation on the outside, and two runs of the same delimiter must not touch.
     */
    static bool canDelimit(const QString &text,
                           Neighbours around,
                           const MarkSyntax &syntax,
                           unsigned marks)
    {
        const QChar delimiter = syntax.delimiter.front();
        // md4c loses delimiters between a link and what is no word.
        const bool links = around.before == u')' || around.before == u']' || around.after == u'[';
        const bool word = text.front().isLetterOrNumber() && text.back().isLetterOrNumber();
        if (links && (delimiter == u'~' || !word))
            return false;
        // Emphasis within strong text: the same character, so a word's edge has to tell them apart.
        const auto isEdge = [](QChar c) { return c == u' ' || c == wrapperEdge; };
        if (syntax.mark == Em && (marks & Strong) != 0
            && !(isEdge(around.before) && isEdge(around.after)))
            return false;
        return around.before != delimiter && around.after != delimiter
            && flanks(around.before, text.front()) && flanks(around.after, text.back());
    }

    static bool flanks(QChar outside, QChar inside)
    {
        return inside.isLetterOrNumber() || outside.isSpace() || outside == wrapperEdge
            || isPlainPunctuation(outside);
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
            else if ((run->look.marks & Code) != 0)
                out += codeSpan(run->text, m_inTable);
            else
                out += escapedRun(*run, {lastOf(out, around.before), after});
        }
        return out;
    }

    /** The spaces around marked text move out of its delimiters, so they are no neighbours of it.
     */
    [[nodiscard]] QString escapedRun(const Run &run, Neighbours around) const
    {
        const QString text = run.text.trimmed();
        if (text.isEmpty())
            return run.text;
        const qsizetype lead = run.text.indexOf(text);
        const QString tail = run.text.mid(lead + text.size());
        // A line break may be written as <br>, so it does not count as a space.
        const auto beyond = [&](qsizetype spaces, QChar neighbour) {
            if (neighbour == u'\n' || (spaces > 0 && run.look != TextLook()))
                return QChar(u'.');
            return spaces > 0 ? QChar(u' ') : neighbour;
        };
        const QChar before = beyond(lead, around.before);
        const QChar after = beyond(tail.size(), around.after);
        return run.text.left(lead) + escapedText(text, before, after, m_context) + tail;
    }

    static QChar lastOf(const QString &out, QChar fallback)
    {
        return out.isEmpty() ? fallback : out.back();
    }

    /** The character that a run begins with, when the marks from this level on are still to open.
     */
    static QChar firstOf(const Run &run, std::size_t level)
    {
        if (run.kind == Run::Kind::Break)
            return u'\n';
        if (run.text.front().isSpace())
            return u' ';
        for (; level < markSyntaxes.size(); ++level) {
            const MarkSyntax &syntax = markSyntaxes[level];
            if (valueOf(run, syntax.mark).isEmpty())
                continue;
            if (syntax.mark == Link)
                return u'[';
            return syntax.delimiter.isEmpty() ? u'<' : QChar(syntax.delimiter.front());
        }
        return (run.look.marks & Code) != 0 ? QChar(u'`') : run.text.front();
    }

    static QChar firstOutside(const Run &run)
    {
        return outerLink(run).isEmpty() ? firstOf(run, 0) : QChar(u'[');
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

QString inlineMarkdown(const QJsonArray &nodes, InlinePlace place)
{
    const std::vector<Run> runs = runsFrom(nodes, place == InlinePlace::TableCell);
    const bool empty = std::none_of(runs.begin(), runs.end(), [](const Run &run) {
        return run.kind != Run::Kind::Break && !run.text.trimmed().isEmpty();
    });
    return empty ? QString() : withBreaks(InlineRenderer(runs, place).render(), place);
}

} // namespace fairlead::providers::jira
