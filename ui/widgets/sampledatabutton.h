// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QPushButton>

namespace fairlead::ui {

/** Connects the sample data; cancels that while it is under way. Hidden where this installation has
 * none. */
class SampleDataButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit SampleDataButton(const Services &services, QWidget *parent = nullptr);

    /** Whether there is something to offer. */
    [[nodiscard]] bool isOffered() const;

private:
    void refresh();
    void press();

    const Services &m_services;
};

} // namespace fairlead::ui
