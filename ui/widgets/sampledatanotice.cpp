// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sampledatanotice.h"

#include "server/providers/sampledata.h"
#include "ui/models/servertext.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace fairlead::ui {

SampleDataNotice::SampleDataNotice(const Services &services, QWidget *parent)
    : Panel(parent)
    , m_services(services)
{
    setTint(stateColor(StateMark::Information));
    auto *remove = new QPushButton(tr("Remove &sample data"), this);
    auto *row = new QHBoxLayout(this);
    row->addWidget(
        bodyLabel(tr("Northwind is a made-up company, to try Fairlead with. It goes, with all that "
                     "was changed there, when you connect something real, remove it, or quit "
                     "Fairlead."),
                  this),
        1);
    row->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, &SampleDataNotice::remove);
    connect(
        &services.sampleData, &providers::SampleData::changed, this, &SampleDataNotice::refresh);
    refresh();
}

void SampleDataNotice::refresh()
{
    setVisible(m_services.sampleData.state() == providers::SampleData::State::On);
}

void SampleDataNotice::remove()
{
    if (const auto removed = m_services.sampleData.remove(); !removed)
        Q_EMIT failed(serverText(removed.error()));
}

} // namespace fairlead::ui
