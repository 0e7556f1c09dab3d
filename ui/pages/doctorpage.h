// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace fairlead::doctor {
class Examination;
} // namespace fairlead::doctor

namespace fairlead::ui {

class FindingRow;
class ScrollingColumn;

/** Looks at everything that can be wrong, when the person asks, and says what helps. */
class DoctorPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DoctorPage(const Services &services, QWidget *parent = nullptr);
    ~DoctorPage() override;

    void examine();

private:
    [[nodiscard]] QWidget *makeResult();
    void showFinding(int index);
    void finish();
    void copyReport();

    const Services &m_services;
    QPushButton *m_copy;
    QPushButton *m_again;
    QStackedWidget *m_stages;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    ScrollingColumn *m_column;
    QList<FindingRow *> m_rows;
    std::unique_ptr<doctor::Examination> m_examination;
};

} // namespace fairlead::ui
