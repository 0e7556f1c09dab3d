// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undoasking.h"

#include "ui/models/servertext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr qsizetype shownLines = 12;
constexpr qsizetype longestValue = 160;

QString shortened(const QString &value)
{
    const QString line = value.simplified();
    if (line.isEmpty())
        //: What stands in a field that is empty.
        return UndoAsking::tr("nothing");
    const QString cut = line.size() > longestValue ? line.left(longestValue - 1) + u'…' : line;
    //: A value in quotation marks.
    return UndoAsking::tr("“%1”").arg(cut);
}

QString lineText(const undo::UndoLine &line)
{
    const QString field = line.target.isEmpty() ? line.field : line.target + u' ' + line.field;
    return line.isChanged
        //: %1 is a field ("WEB-1 summary"), %2 and %3 are values in quotation marks.
        ? UndoAsking::tr("%1: now %2, changed since the call; kept is %3")
              .arg(field, shortened(line.now), shortened(line.kept))
        //: %1 is a field ("WEB-1 summary"), %2 and %3 are values in quotation marks.
        : UndoAsking::tr("%1: %2 becomes %3 again")
              .arg(field, shortened(line.now), shortened(line.kept));
}

using Standing = undo::UndoItem::Standing;

/** Of many things those that have changed since stay as they are, unless all have. */
undo::UndoForce forceFor(const undo::UndoPreview &preview)
{
    const bool isAnyOpen =
        std::ranges::find(preview.items, Standing::Open, &undo::UndoItem::standing)
        != preview.items.end();
    return preview.isChanged && !isAnyOpen ? undo::UndoForce::Yes : undo::UndoForce::No;
}

/** Why each of those is not put back that are not; empty: all are. */
QStringList leftAlone(const undo::UndoPreview &preview)
{
    QStringList texts;
    for (const undo::UndoItem &item : preview.items) {
        if (item.standing != Standing::Restored && !item.problem.isEmpty())
            //: %1 is the key of an issue, %2 a sentence that says why it was not put back.
            texts.append(UndoAsking::tr("%1: %2").arg(item.target, serverText(item.problem)));
    }
    return texts;
}

} // namespace

Question undoQuestion(const QString &what, const undo::UndoPreview &preview)
{
    QStringList text;
    const bool isForced = forceFor(preview) == undo::UndoForce::Yes;
    if (isForced)
        text.append(UndoAsking::tr("Somebody has changed this since, or it is not known what came "
                                   "of the call. Undoing overwrites what is there now."));
    else if (preview.isChanged)
        text.append(UndoAsking::tr("What somebody has changed since stays as it is."));
    for (const undo::UndoLine &line : preview.lines.mid(0, shownLines))
        text.append(lineText(line));
    if (const auto more = preview.lines.size() - shownLines; more > 0)
        //: Below a list of fields.
        text.append(UndoAsking::tr("and %n more", nullptr, static_cast<int>(more)));
    if (preview.lines.isEmpty())
        text.append(UndoAsking::tr("Everything is already as it was before."));
    //: %1 is the name of a tool: "jira_update_issue".
    return {.title = UndoAsking::tr("Undo %1?").arg(what),
            .text = text.join(u"\n\n"_s),
            .action = isForced ? UndoAsking::tr("&Undo anyway") : UndoAsking::tr("&Undo")};
}

UndoAsking::UndoAsking(undo::Undoing &undoing, QString userId, QWidget *parent)
    : QObject(parent)
    , m_undoing(undoing)
    , m_userId(std::move(userId))
    , m_window(parent)
{}

void UndoAsking::start(const QString &what, const QString &callId)
{
    QCoro::connect(m_undoing.look(m_userId, callId, {}),
                   this,
                   [this, what, callId](const Result<undo::UndoPreview> &preview) {
                       if (!preview)
                           fail(serverText(preview.error()));
                       else if (!preview->problem.isEmpty())
                           fail(serverText(preview->problem));
                       else
                           askAbout(what, callId, *preview);
                   });
}

void UndoAsking::askAbout(const QString &what,
                          const QString &callId,
                          const undo::UndoPreview &preview)
{
    const auto force = forceFor(preview);
    auto *confirmation = ask(m_window, undoQuestion(what, preview));
    connect(confirmation, &QDialog::rejected, this, &QObject::deleteLater);
    connect(confirmation, &QDialog::accepted, this, [this, callId, force] {
        QCoro::connect(m_undoing.undo(m_userId, callId, force, {}),
                       this,
                       [this](const Result<undo::UndoPreview> &outcome) { end(outcome); });
    });
}

void UndoAsking::end(const Result<undo::UndoPreview> &outcome)
{
    if (!outcome) {
        fail(serverText(outcome.error()));
        return;
    }
    const QStringList left = leftAlone(*outcome);
    if (!left.isEmpty()) {
        const qsizetype restored = outcome->items.size() - left.size();
        //: %1 and %2 are numbers; the reasons follow.
        fail(tr("%1 of %2 were undone. %3")
                 .arg(QString::number(restored),
                      QString::number(outcome->items.size()),
                      left.mid(0, shownLines).join(u' ')));
        return;
    }
    Q_EMIT undone();
    deleteLater();
}

void UndoAsking::fail(const QString &problem)
{
    Q_EMIT failed(problem);
    deleteLater();
}

} // namespace fairlead::ui
