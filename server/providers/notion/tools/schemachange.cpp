// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/schemachange.h"

#include "server/base/text.h"
#include "server/providers/notion/tools/columnbuilder.h"
#include "server/providers/notion/tools/inlinetext.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &each : value.toArray())
        texts.append(each.toString());
    return texts;
}

/** Builds one change; each part refuses what does not fit. */
class Change
{
public:
    Change(const QJsonObject &arguments, const DataSource &source)
        : m_arguments(arguments)
        , m_source(source)
    {}

    [[nodiscard]] Result<> add(const QJsonObject &columns);
    [[nodiscard]] Result<> rename();
    [[nodiscard]] Result<> changeOptions();
    [[nodiscard]] Result<> drop();
    [[nodiscard]] Result<> retitle();
    [[nodiscard]] Result<SchemaChange> result() const;

private:
    [[nodiscard]] Result<> put(const Column &column, const QJsonObject &members);
    [[nodiscard]] bool isTaken(const QString &name) const;

    const QJsonObject &m_arguments;
    const DataSource &m_source;
    QJsonObject m_columns;
    QJsonArray m_title;
    QStringList m_summary;
    QStringList m_losses;
};

bool Change::isTaken(const QString &name) const
{
    return std::any_of(m_source.columns.begin(), m_source.columns.end(), [&](const Column &each) {
        return each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

Result<> Change::put(const Column &column, const QJsonObject &members)
{
    if (m_columns.value(column.name).isNull())
        return refused(u"Column \"%1\" is to be dropped and changed at once."_s.arg(column.name));
    QJsonObject change = m_columns.value(column.name).toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        change.insert(it.key(), it.value());
    m_columns.insert(column.name, change);
    return {};
}

Result<> Change::add(const QJsonObject &columns)
{
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const QString kind = it.value().toObject().value("type"_L1).toString();
        if (isTaken(it.key()))
            return refused(u"There is a column \"%1\" already."_s.arg(cleanedLine(it.key(), 100)));
        if (kind == "title"_L1)
            return refused(u"A database has one title column and cannot get another: \"%1\"."_s.arg(
                cleanedLine(it.key(), 100)));
        m_columns.insert(it.key(), it.value());
        m_summary.append(u"added %1 (%2)"_s.arg(cleanedLine(it.key(), 100), kind));
    }
    return {};
}

Result<> Change::rename()
{
    const QJsonObject names = m_arguments.value("rename"_L1).toObject();
    for (auto it = names.begin(); it != names.end(); ++it) {
        const auto column = columnNamed(it.key(), m_source.columns);
        if (!column)
            return failure(column.error());
        const QString name = it.value().toString().simplified();
        const bool isSameName = name.compare(column->name, Qt::CaseInsensitive) == 0;
        if (name.isEmpty() || (isTaken(name) && !isSameName))
            return refused(u"Column \"%1\" cannot become \"%2\": %3."_s.arg(
                column->name,
                cleanedLine(name, 100),
                name.isEmpty() ? u"the name is empty"_s : u"there is one of that name already"_s));
        if (const auto done = put(*column, {{"name"_L1, name}}); !done)
            return done;
        m_summary.append(u"renamed %1 to %2"_s.arg(column->name, cleanedLine(name, 100)));
    }
    return {};
}

Result<> Change::changeOptions()
{
    struct Lists
    {
        Column column;
        QStringList more{};
        QStringList less{};
    };
    std::map<QString, Lists> wanted; // by the column's own name
    const auto collect = [&](QLatin1StringView argument, QStringList Lists::*list) -> Result<> {
        const QJsonObject given = m_arguments.value(argument).toObject();
        for (auto it = given.begin(); it != given.end(); ++it) {
            const auto column = columnNamed(it.key(), m_source.columns);
            if (!column)
                return failure(column.error());
            Lists &lists = wanted.try_emplace(column->name, Lists{*column}).first->second;
            lists.*list += textsOf(it.value());
        }
        return {};
    };
    if (const auto done = collect("add_options"_L1, &Lists::more); !done)
        return done;
    if (const auto done = collect("remove_options"_L1, &Lists::less); !done)
        return done;
    for (const auto &[name, lists] : wanted) {
        const auto options = optionsChanged(lists.column, lists.more, lists.less);
        if (!options)
            return failure(options.error());
        if (const auto done = put(lists.column, *options); !done)
            return done;
        if (!lists.more.isEmpty())
            m_summary.append(
                u"options added to %1: %2"_s.arg(name, cleanedLine(lists.more.join(u", "_s), 500)));
        if (lists.less.isEmpty())
            continue;
        m_summary.append(
            u"options removed from %1: %2"_s.arg(name, cleanedLine(lists.less.join(u", "_s), 500)));
        m_losses.append(u"options of \"%1\""_s.arg(name));
    }
    return {};
}

Result<> Change::drop()
{
    const QStringList names = textsOf(m_arguments.value("drop"_L1));
    for (const QString &name : names) {
        const auto column = columnNamed(name, m_source.columns);
        if (!column)
            return failure(column.error());
        if (column->type == "title"_L1)
            return refused(
                u"Column \"%1\" is the title, which cannot be dropped."_s.arg(column->name));
        if (m_columns.contains(column->name))
            return refused(
                u"Column \"%1\" is to be dropped and changed at once."_s.arg(column->name));
        m_columns.insert(column->name, QJsonValue::Null);
        m_summary.append(u"dropped "_s + column->name);
        m_losses.append(u"column \"%1\""_s.arg(column->name));
    }
    return {};
}

Result<> Change::retitle()
{
    const QString title = m_arguments.value("title"_L1).toString().simplified();
    if (title.isEmpty())
        return {};
    const auto words = verbatimText(title, u"Argument \"title\""_s);
    if (!words)
        return failure(words.error());
    m_title = *words;
    m_summary.append(u"title: "_s + cleanedLine(title, 200));
    return {};
}

Result<SchemaChange> Change::result() const
{
    if (m_summary.isEmpty())
        return refused(u"Nothing to change: pass \"add\", \"rename\", \"add_options\", "
                       "\"remove_options\", \"drop\" or \"title\"."_s);
    if (!m_losses.isEmpty() && !m_arguments.value("allow_data_loss"_L1).toBool())
        return refused(u"This would delete, with the values in all rows and for good: %1. Nothing "
                       u"was changed. "
                       "If the person wants that, call again with allow_data_loss: true."_s.arg(
                           cleanedLine(m_losses.join(u", "_s), 1000)));
    SchemaChange change;
    change.summary = m_summary;
    if (!m_title.isEmpty())
        change.body.insert("title"_L1, m_title);
    if (!m_columns.isEmpty())
        change.body.insert("properties"_L1, m_columns);
    return change;
}

} // namespace

Result<SchemaChange> schemaChange(const QJsonObject &arguments,
                                  const DataSource &source,
                                  const QJsonObject &added)
{
    Change change(arguments, source);
    if (const auto done = change.add(added); !done)
        return failure(done.error());
    if (const auto done = change.drop(); !done)
        return failure(done.error());
    if (const auto done = change.rename(); !done)
        return failure(done.error());
    if (const auto done = change.changeOptions(); !done)
        return failure(done.error());
    if (const auto done = change.retitle(); !done)
        return failure(done.error());
    return change.result();
}

} // namespace fairlead::providers::notion
