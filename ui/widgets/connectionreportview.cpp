// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connectionreportview.h"

#include "server/base/text.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int projectNameLimit = 200;

} // namespace

ConnectionReportView::ConnectionReportView(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_title(headingLabel({}, HeadingLevel::Section, this))
    , m_projectsTitle(bodyLabel({}, this))
    , m_projects(new QListWidget(this))
    , m_limitationsTitle(bodyLabel(tr("What this sign-in may not do:"), this))
    , m_limitations(bodyLabel({}, this))
{
    m_projects->setAccessibleName(tr("Projects that this sign-in can see"));
    m_projects->setSelectionMode(QAbstractItemView::NoSelection);

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_mark, 0, Qt::AlignTop);
    heading->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(heading);
    column->addWidget(m_projectsTitle);
    column->addWidget(m_projects, 1);
    column->addWidget(m_limitationsTitle);
    column->addWidget(m_limitations);
}

void ConnectionReportView::showReport(const providers::ConnectionReport &report)
{
    const auto &connection = report.connection;
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize);
    m_mark->setPixmap(stateMark(StateMark::Good).pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setText(
        connection.accountName.isEmpty()
            ? tr("Connected to %1").arg(connection.name)
            //: %1 is the name of a site, %2 a person's name.
            : tr("Connected to %1 as %2").arg(connection.name, connection.accountName));

    m_projects->clear();
    for (const QString &project : report.projects)
        m_projects->addItem(cleanedLine(project, projectNameLimit));
    m_projects->setVisible(!report.projects.isEmpty());
    if (report.projects.isEmpty())
        m_projectsTitle->setText(tr("It works, but this account can see no project yet."));
    else if (report.projectCount > report.projects.size())
        //: %1 and %2 are numbers.
        m_projectsTitle->setText(tr("It can see %1 projects, here are %2:")
                                     .arg(report.projectCount)
                                     .arg(report.projects.size()));
    else
        m_projectsTitle->setText(tr("It can see these projects:"));

    m_limitationsTitle->setVisible(!connection.limitations.isEmpty());
    m_limitations->setVisible(!connection.limitations.isEmpty());
    m_limitations->setText(connection.limitations.join(u'\n'));
}

} // namespace fairlead::ui
