// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/firststeps.h"

#include <QWidget>

class QHBoxLayout;

namespace fairlead::ui {

/** Steps side by side, each with a mark for how far it is. */
class StepStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StepStrip(QWidget *parent = nullptr);

    void setSteps(const QList<FirstSteps::Step> &steps);

private:
    void addStep(const FirstSteps::Step &step);

    QList<FirstSteps::Step> m_steps;
    QHBoxLayout *m_row;
};

} // namespace fairlead::ui
