// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/caller.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace fairlead::ui {

/** What a key may do beside calling tools, each with what it means once it is on. */
class KeyRightsBox final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyRightsBox(QWidget *parent = nullptr);

    void setRights(tools::KeyRights rights);
    [[nodiscard]] tools::KeyRights rights() const;

Q_SIGNALS:
    /** It needs another height now. */
    void resized();

private:
    void refresh();

    QCheckBox *m_lease;
    QLabel *m_leaseMeaning;
    QCheckBox *m_proxy;
    QLabel *m_proxyMeaning;
};

} // namespace fairlead::ui
