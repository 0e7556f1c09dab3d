// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/undo/undoing.h"
#include "ui/widgets/confirmation.h"

#include <QWidget>

namespace fairlead::ui {

/** What a person is asked before a call is undone: what is there now and what will be again; it
 * says where somebody has changed it since. `what` is the call: "jira_update_issue". */
[[nodiscard]] Question undoQuestion(const QString &what, const undo::UndoPreview &preview);

/** Looks at what undoing a call would do, asks, and does it; then deletes itself. A child of the
 * window that it asks over. */
class UndoAsking final : public QObject
{
    Q_OBJECT

public:
    UndoAsking(undo::Undoing &undoing, QString userId, QWidget *parent);

    /** Once. */
    void start(const QString &what, const QString &callId);

Q_SIGNALS:
    void undone();
    void failed(const QString &problem);

private:
    void askAbout(const QString &what, const QString &callId, const undo::UndoPreview &preview);
    void end(const Result<undo::UndoPreview> &outcome);
    void fail(const QString &problem);

    undo::Undoing &m_undoing;
    QString m_userId;
    QWidget *m_window;
};

} // namespace fairlead::ui
