// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepstrip.h"

#include "ui/widgets/statemark.h"

#include <QHBoxLayout>
#include <QLabel>

namespace fairlead::ui {
namespace {

StateMark markOf(FirstSteps::State state)
{
    switch (state) {
    case FirstSteps::State::Done:
        return StateMark::Good;
    case FirstSteps::State::Current:
        return StateMark::Information;
    case FirstSteps::State::Skipped:
    case FirstSteps::State::Open:
        break;
    }
    return StateMark::Off;
}

QString stateText(FirstSteps::State state)
{
    switch (state) {
    case FirstSteps::State::Done:
        return StepStrip::tr("Done");
    case FirstSteps::State::Current:
        return StepStrip::tr("Next");
    case FirstSteps::State::Skipped:
        return StepStrip::tr("Skipped");
    case FirstSteps::State::Open:
        break;
    }
    return StepStrip::tr("Later");
}

} // namespace

StepStrip::StepStrip(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, fontMetrics().height() / 2);
}

void StepStrip::setSteps(const QList<FirstSteps::Step> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    while (auto *item = m_row->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const FirstSteps::Step &step : steps)
        addStep(step);
    m_row->addStretch();
}

void StepStrip::addStep(const FirstSteps::Step &step)
{
    const int side = fontMetrics().height();
    auto *mark = new QLabel(this);
    mark->setPixmap(stateMark(markOf(step.state)).pixmap(QSize(side, side), devicePixelRatioF()));
    mark->setAccessibleName(stateText(step.state));
    auto *words = new QLabel(step.state == FirstSteps::State::Skipped
                                 //: %1 is a step that the person skipped.
                                 ? tr("%1 (skipped)").arg(step.title)
                                 : step.title,
                             this);
    words->setTextFormat(Qt::PlainText);
    QFont font = words->font();
    font.setBold(step.state == FirstSteps::State::Current);
    words->setFont(font);
    m_row->addWidget(mark);
    m_row->addWidget(words);
    m_row->addSpacing(side);
}

} // namespace fairlead::ui
