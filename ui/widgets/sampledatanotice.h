// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/panel.h"

namespace fairlead::ui {

/** Says that there is sample data among the connections, and takes it away. Hidden without any. */
class SampleDataNotice final : public Panel
{
    Q_OBJECT

public:
    explicit SampleDataNotice(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /** It could not be removed; a sentence for the person. */
    void failed(const QString &message);

private:
    void refresh();
    void remove();

    const Services &m_services;
};

} // namespace fairlead::ui
