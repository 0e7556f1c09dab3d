// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/doctor/finding.h"
#include "ui/widgets/panel.h"

class QLabel;

namespace fairlead::ui {

/** One of the doctor's checks: what it looks at, and, once that is known, what it found and what
 * helps. */
class FindingRow final : public Panel
{
    Q_OBJECT

public:
    FindingRow(const doctor::Sentence &title, QWidget *parent);

    void setFinding(const doctor::Finding &finding);

private:
    QLabel *m_mark;
    QLabel *m_text;
    QLabel *m_remedy;
};

} // namespace fairlead::ui
