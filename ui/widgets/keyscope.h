// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/caller.h"
#include "ui/services.h"

#include <QObject>

class QComboBox;
class QFormLayout;
class QWidget;

namespace fairlead::ui {

class Checklist;
class KeyRightsBox;

/** What a new key may use: which connections, which toolsets, and its rights beside calling
 * tools. Rows of a form whose other rows belong to somebody else. */
class KeyScope final : public QObject
{
    Q_OBJECT

public:
    /** The rows become children of `page`, which is this object's parent, too. */
    KeyScope(const Services &services, QFormLayout &form, QWidget *page);

    /** Empty: all of them, also those of later. */
    [[nodiscard]] QStringList connectionIds() const;
    [[nodiscard]] QStringList toolsets() const;
    [[nodiscard]] tools::KeyRights rights() const;
    /** What is still to be chosen, as a sentence; empty when nothing. */
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    /** The rows need another height now. */
    void resized();

private:
    void addConnections(QFormLayout &form);
    void addToolsets(QFormLayout &form);
    void refresh();

    const Services &m_services;
    QComboBox *m_whichConnections;
    Checklist *m_connections;
    QComboBox *m_whichToolsets;
    Checklist *m_toolsets;
    KeyRightsBox *m_rights;
};

} // namespace fairlead::ui
