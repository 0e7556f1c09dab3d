// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sampledatabutton.h"

#include "server/providers/sampledata.h"

namespace fairlead::ui {

using State = providers::SampleData::State;

SampleDataButton::SampleDataButton(const Services &services, QWidget *parent)
    : QPushButton(parent)
    , m_services(services)
{
    setToolTip(tr("Connects a made-up company on this computer. No account is needed, and nothing "
                  "of it leaves this computer."));
    connect(this, &QPushButton::clicked, this, &SampleDataButton::press);
    connect(
        &services.sampleData, &providers::SampleData::changed, this, &SampleDataButton::refresh);
    setHidden(services.sampleData.state() == State::Missing);
    refresh();
}

bool SampleDataButton::isOffered() const
{
    const State state = m_services.sampleData.state();
    return state == State::Off || state == State::Starting;
}

void SampleDataButton::refresh()
{
    const bool starts = m_services.sampleData.state() == State::Starting;
    setText(starts ? tr("Cancel sample da&ta") : tr("&Try with sample data"));
}

void SampleDataButton::press()
{
    if (m_services.sampleData.state() == State::Starting)
        m_services.sampleData.cancel();
    else
        m_services.sampleData.start();
}

} // namespace fairlead::ui
