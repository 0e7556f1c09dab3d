// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/changepreviews.h"

#include "server/base/text.h"

#include <QCoroTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::tools {
namespace {

constexpr qsizetype mostFields = 60;
constexpr qsizetype longestName = 200;
constexpr qsizetype longestValue = 10'000;
constexpr qsizetype longestArgument = 300'000; // longer than any tool takes
constexpr qsizetype mostItems = 10; // of a list, one by one

using Fields = Result<QList<ChangedField>>;

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QJsonArray inside{value};
    const QByteArray json = QJsonDocument(inside).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

bool isEdit(const QJsonValue &value)
{
    return value["old"_L1].isString() && value["new"_L1].isString();
}

/** A list of replacements says itself what was there. */
bool isEdits(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return !array.isEmpty() && std::all_of(array.begin(), array.end(), isEdit);
}

void addEdits(QList<ApprovalLine> &lines, const QString &name, const QJsonArray &edits)
{
    for (qsizetype at = 0; at < edits.size(); ++at) {
        const QString field = edits.size() == 1 ? name : u"%1 %2"_s.arg(name).arg(at + 1);
        const bool isForAll = edits[at]["all"_L1].toBool();
        lines.append({.field = isForAll ? field + u" (all)"_s : field,
                      .before = cleanedText(edits[at]["old"_L1].toString(), longestArgument),
                      .after = cleanedText(edits[at]["new"_L1].toString(), longestArgument)});
    }
}

/** What there is now, by argument. */
std::optional<QString> beforeOf(const ChangePreview &preview, const QString &argument)
{
    const auto found = std::ranges::find_if(preview.fields, [&](const ChangedField &field) {
        return field.argument == argument && field.name.isEmpty();
    });
    return found == preview.fields.end() ? std::nullopt : std::optional(found->before);
}

void addValue(QList<ApprovalLine> &lines,
              const ChangePreview &preview,
              const QString &path,
              const QJsonValue &value)
{
    lines.append({.field = cleanedLine(path, longestName),
                  .before = beforeOf(preview, path),
                  .after = cleanedText(textOf(value), longestArgument)});
}

void addFields(QList<ApprovalLine> &lines,
               const ChangePreview &preview,
               const QString &name,
               const QJsonValue &value)
{
    const QJsonObject inside = value.toObject();
    if (inside.isEmpty())
        addValue(lines, preview, name, value);
    for (auto each = inside.begin(); each != inside.end(); ++each)
        addValue(lines, preview, name + u'.' + each.key(), each.value());
}

/** A list of things, each of which has fields. */
bool isItems(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return !array.isEmpty() && std::all_of(array.begin(), array.end(), [](const QJsonValue &each) {
        return !each.toObject().isEmpty();
    });
}

/** The first ones field by field; the others stand in one line, so that nothing is hidden. */
void addItems(QList<ApprovalLine> &lines,
              const ChangePreview &preview,
              const QString &name,
              const QJsonArray &items)
{
    for (qsizetype at = 0; at < std::min(items.size(), mostItems); ++at) {
        const QJsonObject item = items[at].toObject();
        const QString start = name + u' ' + QString::number(at + 1) + u'.';
        for (auto each = item.begin(); each != item.end(); ++each)
            addFields(lines, preview, start + each.key(), each.value());
    }
    QStringList others;
    for (qsizetype at = mostItems; at < items.size(); ++at)
        others.append(textOf(items[at]));
    if (!others.isEmpty())
        addValue(
            lines, preview, u"and %1 more of "_s.arg(others.size()) + name, others.join(u'\n'));
}

void addArgument(QList<ApprovalLine> &lines,
                 const ChangePreview &preview,
                 const QString &name,
                 const QJsonValue &value)
{
    if (isEdits(value))
        addEdits(lines, cleanedLine(name, longestName), value.toArray());
    else if (isItems(value))
        addItems(lines, preview, name, value.toArray());
    else
        addFields(lines, preview, name, value);
}

/** One that has a name of its own: it goes, or becomes what an argument says for many. */
ApprovalLine namedLine(const ChangedField &field, const QJsonObject &arguments)
{
    ApprovalLine line{.field = field.name, .before = field.before};
    if (!field.argument.isEmpty())
        line.after = cleanedText(textOf(arguments.value(field.argument)), longestArgument);
    return line;
}

} // namespace

ChangePreviews::ChangePreviews(std::chrono::milliseconds longestRead)
    : m_longestRead(longestRead)
{}

void ChangePreviews::add(const QString &tool, ChangePreviewer previewer)
{
    m_previewers.insert_or_assign(tool, std::move(previewer));
}

QCoro::Task<ChangePreview> ChangePreviews::of(ToolCall call) const
{
    const auto previewer = m_previewers.find(call.tool);
    if (previewer == m_previewers.end())
        co_return ChangePreview();
    const CancellationSource reading;
    const CancellationToken given = call.cancellation;
    reading.setTrace(given.trace());
    // Nobody is asked anything and told anything while it is only looked at.
    call.cancellation = reading.token();
    call.client = nullptr;
    call.reportProgress = nullptr;
    QTimer end;
    end.setSingleShot(true);
    end.start(m_longestRead);
    given.onCancelled(&end, [&end] { end.start(0ms); });
    // Shared: what comes too late has nobody who waits for it.
    const auto read = std::make_shared<std::optional<Fields>>();
    QCoro::connect(previewer->second(std::move(call)), &end, [read, &end](const Fields &fields) {
        *read = fields;
        end.start(0ms);
    });
    co_await end;
    ChangePreview preview;
    if (!*read) {
        reading.cancel();
        preview.problem = u"The service did not say in time what is there now."_s;
    } else if (!**read) {
        preview.problem = cleanedLine((*read)->error().message, longestValue);
    } else {
        preview.fields = (*read)->value().mid(0, mostFields);
    }
    for (ChangedField &field : preview.fields) {
        field.name = cleanedLine(field.name, longestName);
        field.before = cleanedText(field.before, longestValue);
    }
    co_return preview;
}

QList<ApprovalLine> approvalLines(const QJsonObject &arguments, const ChangePreview &preview)
{
    QList<ApprovalLine> lines;
    for (const ChangedField &field : preview.fields) {
        if (field.argument.isEmpty() || !field.name.isEmpty())
            lines.append(namedLine(field, arguments));
    }
    for (auto each = arguments.begin(); each != arguments.end(); ++each)
        addArgument(lines, preview, each.key(), each.value());
    std::stable_partition(lines.begin(), lines.end(), [](const ApprovalLine &line) {
        return line.before.has_value();
    });
    return lines;
}

} // namespace fairlead::tools
