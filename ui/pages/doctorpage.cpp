// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/doctorpage.h"

#include "server/doctor/doctor.h"
#include "server/doctor/examination.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/findingrow.h"
#include "ui/widgets/scrollingcolumn.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

DoctorPage::DoctorPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_copy(new QPushButton(tr("Copy &report"), this))
    , m_again(new QPushButton(tr("Check a&gain"), this))
    , m_stages(new QStackedWidget(this))
    , m_summary(bodyLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_column(new ScrollingColumn(this))
{
    auto *start =
        new EmptyState(tr("Does something not work?"),
                       tr("Fairlead looks at itself, at this computer and at each connection, and "
                          "says what helps. Nothing is changed and nothing is sent to anybody but "
                          "the services that you have connected."),
                       {tr("&Check now")},
                       this);
    connect(start, &EmptyState::actionRequested, this, &DoctorPage::examine);
    m_stages->addWidget(start);
    m_stages->addWidget(makeResult());
    m_copy->hide();
    m_again->hide();
    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Doctor"), HeadingLevel::Page, this), 1);
    heading->addWidget(m_copy);
    heading->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(m_stages, 1);
    connect(m_again, &QPushButton::clicked, this, &DoctorPage::examine);
    connect(m_copy, &QPushButton::clicked, this, &DoctorPage::copyReport);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_examination->cancel(); });
}

DoctorPage::~DoctorPage() = default;

QWidget *DoctorPage::makeResult()
{
    auto *result = new QWidget(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    // For the arrow keys: there is nothing inside that takes them.
    m_column->setFocusPolicy(Qt::StrongFocus);
    m_column->setAccessibleName(tr("Findings"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_column, 1);
    return result;
}

void DoctorPage::examine()
{
    m_column->clear();
    m_rows.clear();
    m_examination =
        std::make_unique<doctor::Examination>(m_services.doctor.checks(m_services.userId));
    for (int index = 0; index < m_examination->size(); ++index) {
        m_rows.append(new FindingRow(m_examination->title(index), m_column));
        m_column->add(m_rows.last());
    }
    m_stages->setCurrentIndex(1);
    m_copy->hide();
    m_again->hide();
    m_progress->setRange(0, m_examination->size());
    m_progress->setValue(0);
    m_progress->show();
    m_cancel->show();
    m_cancel->setFocus();
    m_summary->setText(tr("Looking…"));
    connect(m_examination.get(), &doctor::Examination::found, this, &DoctorPage::showFinding);
    connect(m_examination.get(), &doctor::Examination::finished, this, &DoctorPage::finish);
    m_examination->start();
}

void DoctorPage::showFinding(int index)
{
    m_rows.at(index)->setFinding(*m_examination->finding(index));
    m_progress->setValue(m_examination->done());
    m_summary->setText(
        tr("%1 of %2 looked at").arg(m_examination->done()).arg(m_examination->size()));
}

void DoctorPage::finish()
{
    const auto entries = m_examination->entries();
    const auto bad = std::count_if(entries.begin(), entries.end(), [](const doctor::Entry &entry) {
        return entry.finding.verdict == doctor::Verdict::Problem
            || entry.finding.verdict == doctor::Verdict::Warning;
    });
    m_summary->setText(bad == 0 ? tr("Nothing found that needs you.")
                                //: %1 is a number.
                                : tr("Findings that need you: %1").arg(bad));
    m_progress->hide();
    m_cancel->hide();
    m_copy->show();
    m_again->show();
    m_again->setFocus();
}

void DoctorPage::copyReport()
{
    copyText(doctor::report(m_services.doctor.reportHeading(), m_examination->entries()));
    m_summary->setText(tr("The report is copied. It holds names of sites and accounts, but no keys "
                          "and tokens."));
}

} // namespace fairlead::ui
