// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace fairlead::ui {

/** What a person sees instead of the main window while the server cannot start: why, and what
 * helps. */
class StartProblemWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit StartProblemWindow(QWidget *parent = nullptr);

    /** Without it the button to try again is gone: quitting is all that is left. */
    void setRetryPossible(bool possible);
    void showProblem(const QString &sentence, const QString &dataFolder);

Q_SIGNALS:
    void retryRequested();
    void quitRequested();

private:
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_dataFolder;
    QPushButton *m_retry;
};

} // namespace fairlead::ui
