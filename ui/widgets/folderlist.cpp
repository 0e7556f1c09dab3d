// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/folderlist.h"

#include "server/providers/approvedfolders.h"
#include "ui/models/servertext.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int visibleRows = 4;

} // namespace

FolderList::FolderList(providers::ApprovedFolders &folders, QWidget *parent)
    : QWidget(parent)
    , m_folders(folders)
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("&Remove folder"), this))
{
    auto *add = new QPushButton(tr("A&dd folder…"), this);
    m_list->setAccessibleName(tr("Approved folders"));
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * visibleRows * 3 / 2);
    setTabOrder(m_list, add);
    setTabOrder(add, m_remove);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &FolderList::choose);
    connect(m_remove, &QPushButton::clicked, this, &FolderList::removeSelected);
    connect(&m_folders, &providers::ApprovedFolders::changed, this, &FolderList::refresh);
    refresh();
}

void FolderList::choose()
{
    auto *dialog = new QFileDialog(this, tr("Which folder may AI tools use?"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderList::add);
    dialog->open();
}

void FolderList::add(const QString &path)
{
    if (const auto added = m_folders.add(path); !added)
        Q_EMIT failed(serverText(added.error()));
}

void FolderList::removeSelected()
{
    const auto *item = m_list->currentItem();
    if (!item)
        return;
    const auto removed = m_folders.remove(item->data(Qt::UserRole).toString());
    if (!removed)
        Q_EMIT failed(serverText(removed.error()));
}

void FolderList::refresh()
{
    m_list->clear();
    for (const QString &folder : m_folders.folders()) {
        auto *item = new QListWidgetItem(QDir::toNativeSeparators(folder), m_list);
        item->setData(Qt::UserRole, folder);
    }
    const bool isEmpty = m_list->count() == 0;
    m_remove->setEnabled(!isEmpty);
    if (isEmpty) {
        auto *item =
            new QListWidgetItem(tr("None: AI tools reach no files on this computer."), m_list);
        item->setFlags(Qt::ItemIsEnabled);
    } else {
        m_list->setCurrentRow(0);
    }
}

} // namespace fairlead::ui
