// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/browsersignin.h"

#include <QWidget>

class QCheckBox;
class QScrollArea;
class QVBoxLayout;

namespace fairlead::ui {

/** The sites that a browser sign-in opens, each to be ticked. */
class SiteChoiceView final : public QWidget
{
    Q_OBJECT

public:
    explicit SiteChoiceView(QWidget *parent = nullptr);

    /** The ones that are connected already are ticked. */
    void showSites(const QList<providers::SignInSite> &sites);
    /** Ids of what is ticked. */
    [[nodiscard]] QStringList chosen() const;
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QString id;
        QCheckBox *box = nullptr;
    };

    QScrollArea *m_area;
    QWidget *m_list;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace fairlead::ui
