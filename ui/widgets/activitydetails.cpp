// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/activitydetails.h"

#include "server/audit/activityentry.h"
#include "ui/models/activitytexts.h"
#include "ui/models/servertext.h"
#include "ui/widgets/typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

QString outcomeLine(const audit::ActivityEntry &entry)
{
    const QString outcome = outcomeText(entry);
    return entry.detail.isEmpty() ? outcome : outcome + u". "_s + serverText(entry.detail);
}

} // namespace

ActivityDetails::ActivityDetails(QWidget *parent)
    : Panel(parent)
{
    setAccessibleName(tr("Details"));
    // A form layout gives too little room to a text that wraps.
    auto *grid = new QGridLayout(this);
    grid->setColumnStretch(1, 1);
    m_what = addRow(*grid, tr("Tool:"));
    //: How a call ended.
    m_outcome = addRow(*grid, tr("Outcome:"));
    m_time = addRow(*grid, tr("Time:"));
    m_client = addRow(*grid, tr("Client:"));
    m_connection = addRow(*grid, tr("Connection:"));
    //: What a call was about: the key of an issue, the id of a page.
    m_target = addRow(*grid, tr("About:"));
    m_arguments = addRow(*grid, tr("Arguments:"));
    //: Whether what a call changed can be put back.
    m_undoState = addRow(*grid, tr("Undo:"));
    m_undo = new QPushButton(tr("&Undo…"), this);
    m_undo->setAutoDefault(false);
    grid->addWidget(m_undo, grid->rowCount() - 1, 1, Qt::AlignLeft);
    connect(m_undo, &QPushButton::clicked, this, &ActivityDetails::undoWanted);
}

void ActivityDetails::showEntry(const audit::ActivityEntry &entry,
                                const QString &undo,
                                const QString &whyNot)
{
    const QString time = QLocale().toString(entry.at.toLocalTime(), QLocale::LongFormat);
    m_what->setText(activityText(entry));
    m_outcome->setText(outcomeLine(entry));
    m_time->setText(isCall(entry)
                        //: %1 is a time, %2 a duration ("20 ms"), %3 a size ("1.2 kB").
                        ? tr("%1; took %2, answered with %3")
                              .arg(time, durationText(entry.durationMs), sizeText(entry.bytes))
                        : time);
    const QString client = clientText(entry);
    m_client->setText(entry.keyPrefix.isEmpty()
                          ? client
                          //: %1 is a program ("Cursor"), %2 the first digits of its key.
                          : tr("%1, with the key %2…").arg(client, entry.keyPrefix));
    m_connection->setText(entry.connectionName.isEmpty() ? u"–"_s : entry.connectionName);
    m_target->setText(entry.target.isEmpty() ? u"–"_s : entry.target);
    m_arguments->setText(entry.arguments.isEmpty() ? tr("Not kept") : entry.arguments);
    m_undo->setVisible(undo == "open"_L1);
    m_undoState->setVisible(!m_undo->isVisibleTo(this));
    //: What a call changed was put back.
    m_undoState->setText(undo == "done"_L1    ? tr("Undone")
                             : undo.isEmpty() ? (whyNot.isEmpty() ? u"–"_s : whyNot)
                                              //: What was there before a call is not kept any more.
                                              : tr("Not possible any more"));
}

QLabel *ActivityDetails::addRow(QGridLayout &grid, const QString &name)
{
    const int row = grid.rowCount();
    auto *label = bodyLabel({}, this);
    grid.addWidget(new QLabel(name, this), row, 0, Qt::AlignTop);
    grid.addWidget(label, row, 1);
    return label;
}

} // namespace fairlead::ui
