// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/providers/provider.h"
#include "ui/models/serviceguide.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;

namespace fairlead::ui {

class TokenForm;

/** Connecting with a token: the form, and progress while the provider proves what was entered. */
class TokenSignIn final : public QWidget
{
    Q_OBJECT

public:
    TokenSignIn(const Services &services, const ServiceGuide &guide, QWidget *parent = nullptr);
    ~TokenSignIn() override;

    void fill(const connections::Connection &connection);
    void focusFirstGap();
    [[nodiscard]] bool isComplete() const;
    /** Whether a try is under way. */
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /** Does nothing while one is under way or the form is incomplete. */
    void start();
    /** Ends a try; failed() with Cancelled follows. */
    void cancel();

Q_SIGNALS:
    void edited();
    void busyChanged();
    void tokenPageRequested();
    void connected(const fairlead::providers::ConnectionReport &report);
    void failed(const fairlead::Error &error);

private:
    void buildLayout(const QString &steps);
    [[nodiscard]] QCoro::Task<> connectNow();
    void end(const Result<providers::ConnectionReport> &result);
    void setBusy(bool busy);

    const Services &m_services;
    const ServiceGuide m_guide;
    TokenForm *m_form;
    QWidget *m_progress;
    QLabel *m_progressText;
    CancellationSource m_cancellation;
    bool m_busy = false;
};

} // namespace fairlead::ui
