// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel.h"

class QGridLayout;
class QLabel;

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

    void showEntry(const audit::ActivityEntry &entry);

private:
    [[nodiscard]] QLabel *addRow(QGridLayout &grid, const QString &name);

    QLabel *m_what;
    QLabel *m_outcome;
    QLabel *m_time;
    QLabel *m_client;
    QLabel *m_connection;
    QLabel *m_target;
    QLabel *m_arguments;
};

} // namespace fairlead::ui
