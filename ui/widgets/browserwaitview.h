// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/serviceguide.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fairlead::ui {

/** What is shown while a person signs in in the browser, and while Fairlead fetches the rest. */
class BrowserWaitView final : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserWaitView(const ServiceGuide &guide, QWidget *parent = nullptr);

    /** The person has to go to this address. */
    void showWaiting(const QUrl &url);
    /** The person came back. */
    void showFetching();

Q_SIGNALS:
    void openAgainRequested();

private:
    const ServiceGuide m_guide;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_openAgain;
    QPushButton *m_copy;
    QUrl m_url;
};

} // namespace fairlead::ui
