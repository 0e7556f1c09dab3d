// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/serviceguide.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace fairlead::ui {

/** What has to be registered with the service, and the client ID and secret that come of it. */
class OAuthAppForm final : public QWidget
{
    Q_OBJECT

public:
    explicit OAuthAppForm(const ServiceGuide &guide, QWidget *parent = nullptr);

    /** What to register; `scopes` may be empty. */
    void showRegistration(const QUrl &redirectUri, const QStringList &scopes);
    void setClientId(const QString &clientId);
    [[nodiscard]] QString clientId() const;
    [[nodiscard]] QString clientSecret() const;
    [[nodiscard]] bool isComplete() const;
    /** Puts the cursor where the person has to go on. */
    void focusFirstGap();
    void forgetSecret();

Q_SIGNALS:
    void edited();
    void appsPageRequested();

private:
    void addRedirectRow(QFormLayout &form);

    QLineEdit *m_redirect;
    QLineEdit *m_scopes;
    QLineEdit *m_id;
    QLineEdit *m_secret;
    QFormLayout *m_form;
};

} // namespace fairlead::ui
