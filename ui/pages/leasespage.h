// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTreeView;

namespace fairlead::leases {
struct Lease;
} // namespace fairlead::leases

namespace fairlead::ui {

class LeasesModel;
class MessageBar;

/** Which programs hold which credentials and until when; taking them back. */
class LeasesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LeasesPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /** To where a key is let. */
    void keysRequested();

private:
    void buildLayout();
    void refresh();
    void warn();
    void updateButtons();
    void askToRevoke();
    void revoke(const QString &id);
    [[nodiscard]] const leases::Lease *selected() const;

    const Services &m_services;
    LeasesModel *m_model;
    MessageBar *m_warning;
    MessageBar *m_message;
    QStackedWidget *m_stages;
    QTreeView *m_list;
    QPushButton *m_revoke;
    QString m_selectedId; ///< survives the reload of the list
};

} // namespace fairlead::ui
