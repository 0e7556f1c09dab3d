// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findingrow.h"

#include "ui/models/servertext.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/typography.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace fairlead::ui {
namespace {

QString translated(const doctor::Sentence &sentence)
{
    doctor::Sentence said = sentence;
    // What an Error said is a value.
    for (QString &value : said.values)
        value = serverText(value);
    return said.filledInto(QCoreApplication::translate("doctor", said.text));
}

StateMark markOf(doctor::Verdict verdict)
{
    switch (verdict) {
    case doctor::Verdict::Ok:
        return StateMark::Good;
    case doctor::Verdict::Warning:
        return StateMark::Warning;
    case doctor::Verdict::Problem:
        return StateMark::Failure;
    case doctor::Verdict::Cancelled:
        break;
    }
    return StateMark::Off;
}

} // namespace

FindingRow::FindingRow(const doctor::Sentence &title, QWidget *parent)
    : Panel(parent)
    , m_mark(new QLabel(this))
    , m_text(bodyLabel(tr("Looking…"), this))
    , m_remedy(bodyLabel({}, this))
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_mark->setFixedSize(side, side);
    m_remedy->hide();
    auto *name = new QLabel(translated(title), this);
    name->setTextFormat(Qt::PlainText);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_mark, 0, 0);
    grid->addWidget(name, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->addWidget(m_remedy, 2, 1);
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(grid->verticalSpacing() / 2);
}

void FindingRow::setFinding(const doctor::Finding &finding)
{
    const StateMark mark = markOf(finding.verdict);
    m_mark->setPixmap(stateMark(mark).pixmap(m_mark->size(), devicePixelRatioF()));
    switch (finding.verdict) {
    case doctor::Verdict::Ok:
        //: The verdict of a check, read out by screen readers.
        m_mark->setAccessibleName(tr("Good"));
        break;
    case doctor::Verdict::Warning:
        m_mark->setAccessibleName(tr("Warning"));
        break;
    case doctor::Verdict::Problem:
        m_mark->setAccessibleName(tr("Problem"));
        break;
    case doctor::Verdict::Cancelled:
        m_mark->setAccessibleName(tr("Not looked at"));
        break;
    }
    m_text->setText(translated(finding.text));
    m_remedy->setText(translated(finding.remedy));
    m_remedy->setVisible(!finding.remedy.isEmpty());
    const bool isBad = mark == StateMark::Warning || mark == StateMark::Failure;
    setTint(isBad ? stateColor(mark) : QColor());
}

} // namespace fairlead::ui
