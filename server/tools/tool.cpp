// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/tool.h"

namespace fairlead::tools {

ToolResult ToolResult::fromText(QString text)
{
    ToolResult result;
    result.content.append(Content::fromText(std::move(text)));
    return result;
}

ToolResult ToolResult::fromError(const Error &error)
{
    ToolResult result = fromText(error.message);
    result.isError = true;
    result.errorCode = error.code;
    return result;
}

} // namespace fairlead::tools
