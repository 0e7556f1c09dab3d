// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/servertext.h"

#include "ui/models/serversentences.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr qsizetype longestText = 8'000;
constexpr qsizetype mostSentences = 16;
constexpr int deepest = 3; ///< sentences within sentences

using Values = std::array<QString, 10>; ///< of %1 to %9

/** A sentence with values, cut at them. */
struct Template
{
    const ServerSentence *sentence = nullptr;
    QStringList literals; ///< one more than `places`
    QList<int> places; ///< "%2 of %1" has 2, 1
    qsizetype weight = 0; ///< characters of the literals
};

QString translated(const char *english)
{
    return QCoreApplication::translate("Server", english);
}

bool isPlace(QStringView text, qsizetype at)
{
    return text[at] == u'%' && at + 1 < text.size() && text[at + 1] >= u'1' && text[at + 1] <= u'9';
}

Template cut(const ServerSentence &sentence)
{
    const QString text = QString::fromUtf8(sentence.english);
    Template result{.sentence = &sentence, .literals = {}, .places = {}};
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isPlace(text, at))
            continue;
        result.literals += text.sliced(begin, at - begin);
        result.places += text[at + 1].digitValue();
        begin = at + 2;
    }
    result.literals += text.sliced(begin);
    result.weight = text.size() - 2 * result.places.size();
    return result;
}

/** Whether one sentence ends before `at`, and another begins there. */
bool beginsSentence(QStringView text, qsizetype at)
{
    if (at < 2 || at >= text.size())
        return false;
    if (text[at - 1] == u'\n')
        return true;
    if (text[at - 1] != u' ')
        return false;
    const QStringView before = text.first(at - 1);
    const bool isQuoted = before.endsWith(u')') || before.endsWith(u'”');
    const QChar end = before[before.size() - (isQuoted && before.size() > 1 ? 2 : 1)];
    return (end == u'.' || end == u'!' || end == u'?') && !text[at].isLower();
}

bool isSeveral(QStringView text)
{
    for (qsizetype at = 2; at < text.size(); ++at) {
        if (beginsSentence(text, at))
            return true;
    }
    return false;
}

/** Whether the place after this literal, with that one behind it, is made for whole sentences. */
bool takesSentences(QStringView before, QStringView behind)
{
    const bool isFree = before.isEmpty() || before.endsWith(u". "_s) || before.endsWith(u": "_s);
    const bool ends =
        behind.isEmpty() || (behind.size() > 1 && behind[0] == u' ' && behind[1].isUpper());
    return isFree && ends;
}

/** Where the literals between the first and the last stand: nothing when they stand nowhere, or
 * could stand elsewhere, too, since then nobody knows what the values are. */
std::optional<QList<qsizetype>> placesOf(const QStringList &literals, QStringView text)
{
    QList<qsizetype> found;
    qsizetype begin = literals.first().size();
    qsizetype end = text.size() - literals.last().size();
    for (qsizetype i = 1; i + 1 < literals.size(); ++i) {
        const qsizetype at = text.first(end).indexOf(literals[i], begin);
        if (at < 0)
            return std::nullopt;
        found += at;
        begin = at + literals[i].size();
    }
    for (qsizetype i = literals.size() - 2; i > 0; --i) {
        // From where it fits, by hand: left to itself, Qt 6.4 looks for a single character one too
        // far.
        const qsizetype at = text.lastIndexOf(literals[i], end - literals[i].size());
        if (at != found[i - 1])
            return std::nullopt;
        end = at;
    }
    return found;
}

/** The values of a text that this template made. */
std::optional<Values> valuesOf(const Template &made, QStringView text)
{
    const QStringList &literals = made.literals;
    if (text.size() < made.weight || !text.startsWith(literals.first())
        || !text.endsWith(literals.last()))
        return std::nullopt;
    const auto found = placesOf(literals, text);
    if (!found)
        return std::nullopt;
    Values values;
    std::array<bool, 10> isKnown{};
    qsizetype begin = literals.first().size();
    for (qsizetype i = 0; i < made.places.size(); ++i) {
        const bool isLast = i + 1 == made.places.size();
        const qsizetype end = isLast ? text.size() - literals.last().size() : (*found)[i];
        const QString value = text.sliced(begin, end - begin).toString();
        const auto place = static_cast<std::size_t>(made.places[i]);
        if (isKnown.at(place) && values.at(place) != value)
            return std::nullopt;
        // A sentence before or behind this one is none of its values.
        if ((i == 0 || isLast) && !takesSentences(literals[i], literals[i + 1]) && isSeveral(value))
            return std::nullopt;
        isKnown.at(place) = true;
        values.at(place) = value;
        begin = end + literals[i + 1].size();
    }
    return values;
}

/** Puts the values in at once: one that holds "%2" is not filled in itself. */
QString filled(const QString &translation, const Values &values)
{
    QString text;
    for (qsizetype at = 0; at < translation.size(); ++at) {
        if (isPlace(translation, at))
            text += values.at(static_cast<std::size_t>(translation[++at].digitValue()));
        else
            text += translation[at];
    }
    return text;
}

/** What the server says, ready to be looked up. Constant, made when it is first needed. */
class Catalogue
{
public:
    Catalogue()
    {
        for (const ServerSentence &sentence : serverSentences()) {
            Template made = cut(sentence);
            if (made.places.isEmpty())
                m_whole.insert(made.literals.first(), sentence.english);
            else
                m_templates.push_back(std::move(made));
        }
        std::ranges::stable_sort(m_templates, std::ranges::greater{}, &Template::weight);
    }

    /** One sentence of the table; nothing when it is none. */
    [[nodiscard]] std::optional<QString> one(const QString &text, int depth) const
    {
        if (const char *whole = m_whole.value(text))
            return translated(whole);
        for (const Template &made : m_templates) {
            auto values = valuesOf(made, text);
            if (!values)
                continue;
            if (made.sentence->arguments == ServerSentence::Arguments::MayBeOurs) {
                for (QString &value : *values)
                    value = all(value, depth + 1);
            }
            return filled(translated(made.sentence->english), *values);
        }
        return std::nullopt;
    }

    /** A run of sentences, each of the table or not. Several may be one entry: the longest wins. */
    [[nodiscard]] QString all(const QString &text, int depth) const
    {
        if (depth > deepest || text.isEmpty())
            return text;
        QList<qsizetype> begins{0};
        for (qsizetype at = 2; at < text.size(); ++at) {
            if (beginsSentence(text, at))
                begins += at;
        }
        if (begins.size() > mostSentences)
            return text;
        begins += text.size();
        QString result;
        for (qsizetype i = 0; i + 1 < begins.size();) {
            qsizetype next = begins.size() - 1;
            std::optional<QString> part;
            for (; next > i; --next) {
                part = run(text.sliced(begins[i], begins[next] - begins[i]), depth);
                if (part)
                    break;
            }
            if (!part)
                next = i + 1;
            result += part.value_or(text.sliced(begins[i], begins[next] - begins[i]));
            i = next;
        }
        return result;
    }

private:
    /** One entry with the blanks around it kept. */
    [[nodiscard]] std::optional<QString> run(const QString &text, int depth) const
    {
        const QString bare = text.trimmed();
        if (bare.isEmpty())
            return std::nullopt;
        const auto found = one(bare, depth);
        if (!found)
            return std::nullopt;
        const qsizetype before = text.indexOf(bare);
        return text.first(before) + *found + text.sliced(before + bare.size());
    }

    QHash<QString, const char *> m_whole;
    std::vector<Template> m_templates; ///< the longest first: it says most exactly what was meant
};

bool isEnglish()
{
    const char *any = serverSentences().front().english;
    return translated(any) == QString::fromUtf8(any);
}

} // namespace

QString serverText(const QString &english)
{
    if (english.isEmpty() || english.size() > longestText || isEnglish())
        return english;
    static const Catalogue catalogue;
    return catalogue.all(english, 0);
}

QString serverText(const Error &error)
{
    return serverText(error.message);
}

} // namespace fairlead::ui
