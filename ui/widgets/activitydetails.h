// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace fairlead::audit {
struct ActivityEntry;
} // namespace fairlead::audit

namespace fairlead::ui {

/** All that is known of one entry of the activity log. */
class ActivityDetails final : public Panel
{
    Q_OBJECT

public:
    explicit ActivityDetails(QWidget *parent = nullptr);

    /** `undo` tells whether what it changed can be put back: "open", "done", "expired"; empty: it
     * changed nothing that can be, and `whyNot` says so. */
    void showEntry(const audit::ActivityEntry &entry,
                   const QString &undo = {},
                   const QString &whyNot = {});

Q_SIGNALS:
    /** The person wants to put back what the entry changed. */
    void undoWanted();

private:
    [[nodiscard]] QLabel *addRow(QGridLayout &grid, const QString &name);

    QLabel *m_what;
    QLabel *m_outcome;
    QLabel *m_time;
    QLabel *m_client;
    QLabel *m_connection;
    QLabel *m_target;
    QLabel *m_arguments;
    QLabel *m_undoState;
    QPushButton *m_undo;
};

} // namespace fairlead::ui
