// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connectionreportview.h"

#include "server/base/text.h"
#include "ui/models/servertext.h"
#include "ui/models/serviceguide.h"
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
    m_projects->setAccessibleName(tr("What this sign-in can see"));
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
        connection.accountName.isEmpty() || connection.provider == "mcp"_L1
            ? tr("Connected to %1").arg(connection.name)
            //: %1 is the name of a site, %2 a person's name.
            : tr("Connected to %1 as %2").arg(connection.name, connection.accountName));

    const QString service = connection.provider;
    if (report.projects.isEmpty())
        showList(foundText(service, FoundText::Nothing), {});
    else if (report.projectCount > report.projects.size())
        showList(foundText(service, FoundText::Some)
                     .arg(report.projectCount)
                     .arg(report.projects.size()),
                 report.projects);
    else
        showList(foundText(service, FoundText::All), report.projects);
    showLimitations(connection.limitations);
}

void ConnectionReportView::showReports(const QList<providers::ConnectionReport> &reports)
{
    showReport(reports.first());
    if (reports.size() == 1)
        return;
    m_title->setText(tr("Connected to %n sites", nullptr, static_cast<int>(reports.size())));
    QStringList lines;
    QStringList limitations;
    for (const auto &report : reports) {
        const auto &connection = report.connection;
        //: %1 is the name of a site, %2 says how much it can see there.
        lines += tr("%1 – %2").arg(
            connection.name,
            foundText(connection.provider, FoundText::Count).arg(report.projectCount));
        for (const QString &limitation : connection.limitations)
            //: %1 is the name of a site, %2 a sentence on what may not be done there.
            limitations += tr("%1: %2").arg(connection.name, serverText(limitation));
    }
    showList(tr("These are new, or signed in again:"), lines);
    showLimitations(limitations);
}

void ConnectionReportView::showList(const QString &title, const QStringList &lines)
{
    m_projectsTitle->setText(title);
    m_projects->clear();
    for (const QString &line : lines)
        m_projects->addItem(cleanedLine(line, projectNameLimit));
    m_projects->setVisible(!lines.isEmpty());
}

void ConnectionReportView::showLimitations(const QStringList &limitations)
{
    m_limitationsTitle->setVisible(!limitations.isEmpty());
    m_limitations->setVisible(!limitations.isEmpty());
    m_limitations->setText(serverText(limitations.join(u'\n')));
}

} // namespace fairlead::ui
