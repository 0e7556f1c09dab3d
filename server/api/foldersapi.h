// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/providers/approvedfolders.h"

namespace fairlead::api {

/**
 * /api/folders: which folders AI tools may upload from and download to. They are on the computer of
 * the person who can read the data folder, so that nobody else may open them.
 */
class FoldersApi final
{
public:
    explicit FoldersApi(providers::ApprovedFolders &folders);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> add(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> remove(http::Call call);

    providers::ApprovedFolders &m_folders;
};

} // namespace fairlead::api
