// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokensignin.h"

#include "server/providers/providers.h"
#include "ui/widgets/tokenform.h"
#include "ui/widgets/typography.h"

#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>

namespace fairlead::ui {

TokenSignIn::TokenSignIn(const Services &services, const ServiceGuide &guide, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_guide(guide)
    , m_form(new TokenForm(guide, this))
    , m_progress(new QWidget(this))
    , m_progressText(new QLabel(m_progress))
{
    buildLayout(guide.tokenSteps);
    connect(m_form, &TokenForm::edited, this, &TokenSignIn::edited);
    connect(m_form, &TokenForm::tokenPageRequested, this, &TokenSignIn::tokenPageRequested);
    setBusy(false);
}

TokenSignIn::~TokenSignIn()
{
    m_cancellation.cancel();
}

void TokenSignIn::fill(const connections::Connection &connection)
{
    m_form->fill(connection.site.toString(), connection.account);
}

void TokenSignIn::focusFirstGap()
{
    m_form->focusFirstGap();
}

bool TokenSignIn::isComplete() const
{
    return m_form->isComplete();
}

void TokenSignIn::start()
{
    if (m_busy || !isComplete())
        return;
    m_cancellation = CancellationSource();
    setBusy(true);
    QCoro::connect(connectNow(), this, [] {});
}

void TokenSignIn::cancel()
{
    m_progressText->setText(tr("Cancelling…"));
    m_cancellation.cancel();
}

void TokenSignIn::buildLayout(const QString &steps)
{
    auto *bar = new QProgressBar(m_progress);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Waiting for an answer"));
    m_progressText->setTextFormat(Qt::PlainText);
    auto *progressColumn = new QVBoxLayout(m_progress);
    progressColumn->setContentsMargins(0, 0, 0, 0);
    progressColumn->addWidget(m_progressText);
    progressColumn->addWidget(bar);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bodyLabel(steps, this));
    column->addWidget(m_form);
    column->addWidget(m_progress);
    column->addStretch();
}

QCoro::Task<> TokenSignIn::connectNow()
{
    const QPointer self(this);
    const auto provider = m_services.providers.find(m_guide.type);
    if (!provider) {
        end(failure(provider.error()));
        co_return;
    }
    providers::TokenSignIn signIn{.userId = m_services.userId,
                                  .baseUrl = m_form->site(),
                                  .username = m_form->email(),
                                  .token = Secret(m_form->token().toUtf8()),
                                  .cancellation = m_cancellation.token()};
    const auto result = co_await (*provider)->connectWithToken(std::move(signIn));
    if (self)
        end(result);
}

void TokenSignIn::end(const Result<providers::ConnectionReport> &result)
{
    setBusy(false);
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    m_form->forgetToken();
    Q_EMIT connected(*result);
}

void TokenSignIn::setBusy(bool busy)
{
    m_busy = busy;
    m_form->setEnabled(!busy);
    m_progress->setVisible(busy);
    //: %1 is the address of a site or the name of a service.
    m_progressText->setText(
        tr("Asking %1…").arg(m_form->site().isEmpty() ? m_guide.name : m_form->site()));
    Q_EMIT busyChanged();
}

} // namespace fairlead::ui
