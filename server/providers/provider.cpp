// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/provider.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {

QCoro::Task<Result<SignInPlan>> Provider::planSignIn(SignInWish, QUrl, CancellationToken)
{
    co_return failure(
        ErrorCode::InvalidInput,
        u"%1 has no sign-in in the browser. Connect it with a token."_s.arg(displayName()));
}

QCoro::Task<Result<>> Provider::useClient(QString, oauth::Client, CancellationToken)
{
    co_return failure(ErrorCode::InvalidInput,
                      u"%1 has no OAuth apps of its servers."_s.arg(displayName()));
}

QCoro::Task<Result<>> Provider::checkSignInPage(SignInPlan, QUrl, CancellationToken)
{
    co_return Result<>();
}

QCoro::Task<Result<QList<GrantedSite>>> Provider::sitesOf(oauth::TokenSet, CancellationToken)
{
    co_return failure(
        ErrorCode::InvalidInput,
        u"%1 has no sign-in in the browser. Connect it with a token."_s.arg(displayName()));
}

QCoro::Task<Result<ConnectionReport>> Provider::proveSite(GrantedSite,
                                                          oauth::TokenSet,
                                                          CancellationToken)
{
    co_return failure(
        ErrorCode::InvalidInput,
        u"%1 has no sign-in in the browser. Connect it with a token."_s.arg(displayName()));
}

} // namespace fairlead::providers
